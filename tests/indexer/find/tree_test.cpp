#include "indexer/find/tree.h"

#include "tests/support/temporary.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <set>
#include <vector>

namespace lectern {
namespace {

namespace fs = std::filesystem;
using Paths = std::vector<std::string>;

Paths stored(const Found& found) {
    Paths paths;
    for (const FoundFile& file : found.files) paths.push_back(file.stored);
    return paths;
}

/// What is found below the folder, for an index `.lectern` in it.
Found found_in(const TemporaryFolder& folder) {
    return find_files({folder.path()}, folder / ".lectern");
}

TEST(Tree, FindsRegularFilesInOrderWithTheirState) {
    const TemporaryFolder folder;
    folder.write("b.txt", "bb");
    folder.write("a/z.txt", "");
    folder.write("a.txt", "a");
    folder.write("国/一.txt", "x");
    const Found found = found_in(folder);
    EXPECT_EQ(stored(found), (Paths{"a.txt", "a/z.txt", "b.txt", "国/一.txt"}));
    EXPECT_EQ(found.files[2].path, folder / "b.txt");
    EXPECT_EQ(found.files[2].state, InputFile{folder / "b.txt"}.state());
    EXPECT_TRUE(found.problems.empty());
    EXPECT_TRUE(found.unreadable.empty());
}

TEST(Tree, PassesOverWhatIsHiddenAndTheIndex) {
    const TemporaryFolder folder;
    folder.write(".hidden", "x");
    folder.write(".git/config.txt", "x");
    folder.write("idx/segments/1/store", "x");
    folder.write("idx2/a.txt", "x");
    folder.write("a.txt", "x");
    EXPECT_EQ(stored(find_files({folder.path()}, folder / "idx")), (Paths{"a.txt", "idx2/a.txt"}));
    EXPECT_EQ(stored(find_files({folder / "../" + fs::path{folder.path()}.filename().string()},
                                folder / "idx2/../idx/")),
              (Paths{"a.txt", "idx2/a.txt"}));
    EXPECT_EQ(stored(find_files({folder / ".git"}, folder / "idx")), Paths{".git/config.txt"})
        << "named outright";
}

TEST(Tree, NeitherFollowsLinksNorWaitsForFifos) {
    const TemporaryFolder folder;
    folder.write("real/a.txt", "x");
    fs::create_directory_symlink(folder.path(), folder / "real/loop");
    fs::create_symlink(folder / "real/a.txt", folder / "link.txt");
    fs::create_symlink("/etc", folder / "out");
    fs::create_symlink("nowhere", folder / "broken");
    ASSERT_EQ(::mkfifo((folder / "fifo.txt").c_str(), 0600), 0);
    const Found found = found_in(folder);
    EXPECT_EQ(stored(found), Paths{"real/a.txt"});
    EXPECT_EQ(found.passed_over, 5U);
    EXPECT_TRUE(found.problems.empty());
    fs::create_directory_symlink(folder / "real", folder / "root");
    EXPECT_EQ(stored(find_files({folder / "root"}, folder / ".lectern")), Paths{"real/a.txt"})
        << "a root may be a link";
}

TEST(Tree, GivesAFileOnceHoweverOftenItIsNamed) {
    const TemporaryFolder folder;
    const std::string file = folder.write("a/b.txt", "x");
    const Found found =
        find_files({folder / "a", file, folder.path(), folder / "a/../a"}, folder / ".lectern");
    EXPECT_EQ(stored(found), Paths{"a/b.txt"});
}

TEST(Tree, ARootThatIsNotThereIsAnError) {
    const TemporaryFolder folder;
    try {
        find_files({folder / "absent"}, folder / ".lectern");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::Io);
        EXPECT_NE(std::string{error.what()}.find("absent"), std::string::npos);
    }
}

TEST(Tree, AFolderThatCannotBeReadIsAProblemAndTheRestIsFound) {
    if (::geteuid() == 0) GTEST_SKIP() << "root reads everything";
    const TemporaryFolder folder;
    folder.write("closed/a.txt", "x");
    folder.write("open/b.txt", "x");
    fs::permissions(folder / "closed", fs::perms::none);
    const Found found = found_in(folder);
    EXPECT_EQ(stored(found), Paths{"open/b.txt"});
    EXPECT_EQ(found.problems, (std::vector<Problem>{{"closed", "Permission denied"}}));
    EXPECT_EQ(found.unreadable, Paths{"closed"});
}

TEST(Tree, FoldersNestedTooDeepAreAProblem) {
    const TemporaryFolder folder;
    std::string deep;
    for (int i = 0; i < 70; ++i) deep += "d/";
    folder.write(deep + "a.txt", "x");
    folder.write("d/d/b.txt", "x");
    const Found found = found_in(folder);
    EXPECT_EQ(stored(found), Paths{"d/d/b.txt"});
    EXPECT_EQ(found.problems.size(), 1U);
    EXPECT_EQ(found.unreadable.size(), 1U);
}

TEST(Tree, LeavesOutWhatAFolderAsksItTo) {
    const TemporaryFolder folder;
    folder.write(".lecternignore", "# drafts\n\n  *.draft \nold\n[ab]?.txt\n");
    for (const char* name :
         {"x.draft", "x.txt", "a1.txt", "a12.txt", "old/y.txt", "new/old/z.txt", "new/a1.txt"}) {
        folder.write(name, "x");
    }
    const Found found = found_in(folder);
    EXPECT_EQ(stored(found), (Paths{"a12.txt", "new/a1.txt", "new/old/z.txt", "x.txt"}));
    EXPECT_EQ(found.ignored, 3U);
}

TEST(Tree, AFolderWhoseIgnoreListCannotBeReadIsLeftOut) {
    const TemporaryFolder folder;
    folder.write("a/x.txt", "x");
    folder.write("b/x.txt", "x");
    folder.write("c/x.txt", "x");
    folder.write("list", "x.txt\n");
    fs::create_directory(folder / "a/.lecternignore");
    ASSERT_EQ(::mkfifo((folder / "b/.lecternignore").c_str(), 0600), 0);
    fs::create_symlink("../list", folder / "c/.lecternignore");  // a link is as good
    const Found found = found_in(folder);
    EXPECT_EQ(stored(found), Paths{"list"});
    EXPECT_EQ(found.problems.size(), 2U);
    EXPECT_EQ((std::set<std::string>{found.unreadable.begin(), found.unreadable.end()}),
              (std::set<std::string>{"a", "b"}));
    EXPECT_EQ(found.ignored, 1U);
}

TEST(StoredPath, IsTextWhateverTheNameIsAndNeverTheSameTwice) {
    const TemporaryFolder folder;
    const std::vector<std::pair<std::string, std::string>> rows{{"a\nb", "a\\x0ab"},
                                                                {"a\tb", "a\\x09b"},
                                                                {"a b", "a b"},
                                                                {"a\\x0ab", "a\\x5cx0ab"},
                                                                {"\xFF\xC3", "\\xff\\xc3"},
                                                                {"\x1b[31m", "\\x1b[31m"},
                                                                {"é国", "é国"},
                                                                {"\xC2\x85", "\\xc2\\x85"}};
    for (const auto& [name, kept] : rows) {
        folder.write(name, "x");
        EXPECT_EQ(stored_path(folder / name, folder / ".lectern"), kept);
    }
    EXPECT_EQ(found_in(folder).files.size(), rows.size());
}

TEST(StoredPath, IsRelativeOnlyBelowTheFolderThatHoldsTheIndex) {
    const TemporaryFolder folder;
    const std::string file = folder.write("n/a.txt", "x");
    EXPECT_EQ(stored_path(file, folder / ".lectern"), "n/a.txt");
    EXPECT_EQ(stored_path(file, folder / "n/.lectern"), "a.txt");
    EXPECT_EQ(stored_path(file, folder / "n2/.lectern"), file);
    EXPECT_EQ(stored_path(file, folder / "elsewhere/.lectern"), file);
    EXPECT_EQ(stored_path(file, "/lectern"), file.substr(1));
    EXPECT_EQ(stored_path(folder / "n/../n/absent", folder / ".lectern"), "n/absent");
}

struct Holds {
    std::string folder;
    std::string index;
    std::string path;
    bool holds;
};

TEST(StoredFolder, HoldsWhatLiesBelowItHoweverThatIsStored) {
    const TemporaryFolder top;
    const std::string index = top / ".lectern";
    const std::vector<Holds> rows{
        {"n", index, "n/a", true},
        {"n", index, "n", false},
        {"n", index, "nn/a", false},
        {"n", index, "a", false},
        {"n", index, top / "n/a", true},
        {top.path(), index, "a", true},  // the folder that holds the index
        {top.path(), index, "/x/a", false},
        {"/", index, "a", true},  // and those above
        {"/", index, "/x/a", true},
        {top / "n", index, "n/a", true},
        {"/x", index, "/x/a", true},
        {"/x", index, "x/a", false},
        {"/", "/lectern", "a/b", true},
        {"a", "/lectern", "a/b", true},
        {"/a", "/lectern", "a/b", true},
    };
    for (const Holds& row : rows) {
        EXPECT_EQ((StoredFolder{row.folder, row.index}.holds(row.path)), row.holds)
            << row.folder << ' ' << row.path;
    }
}

}  // namespace
}  // namespace lectern
