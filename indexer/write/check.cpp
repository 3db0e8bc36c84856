#include "indexer/write/check.h"

#include "common/base/file.h"
#include "common/index/guard.h"
#include "common/index/manifest.h"
#include "common/index/segment.h"
#include "common/schema/field.h"
#include "indexer/write/catalogue.h"

#include <sys/stat.h>

namespace lectern {
namespace {

class Check {
public:
    explicit Check(std::string folder) : folder_{std::move(folder)} {}

    CheckReport operator()(const Manifest& manifest) {
        catalogue(manifest.catalogue);
        for (const SegmentEntry& entry : manifest.segments) {
            ++report_.segments;
            report_.articles += entry.living();
            const std::string place = segment_folder(folder_, entry);
            bool whole = file(place, entry.postings);
            whole = file(place, entry.store) && whole;
            if (entry.dead_list) whole = file(place, *entry.dead_list) && whole;
            // Xapian trusts its files: what is not whole is not opened.
            if (whole) inside(place, entry);
        }
        return report_;
    }

private:
    void complain(const std::string& where, const std::string& message) {
        report_.problems.push_back({where, message});
    }

    bool file(const std::string& place, const FileEntry& entry) {
        const std::string path = place + '/' + entry.name;

        struct stat state {};

        if (::stat(path.c_str(), &state) != 0) {
            complain(path, "is missing");
            return false;
        }
        if (static_cast<std::uint64_t>(state.st_size) != entry.bytes) {
            complain(path, "is " + std::to_string(state.st_size) +
                               " bytes long, was written with " + std::to_string(entry.bytes));
            return false;
        }
        report_.bytes += entry.bytes;
        if (sha256_of_file(path) == entry.sha256) return true;
        complain(path, "is not what was written");
        return false;
    }

    void catalogue(const FileEntry& entry) {
        const std::string path = folder_ + '/' + entry.name;
        std::string lines = read_file(path).value_or("");
        if (lines.size() < entry.bytes) return complain(path, "is missing or too short");
        report_.bytes += entry.bytes;
        lines.resize(entry.bytes);
        try {
            Catalogue::read(lines, path);
        } catch (const Error& error) {
            complain(path, error.what());
        }
    }

    void inside(const std::string& place, const SegmentEntry& entry) {
        try {
            const Segment segment{folder_, entry};
            guarded(place, [&] {
                if (segment.postings().get_doccount() != entry.articles) {
                    complain(place, "Xapian counts other articles than the manifest");
                }
            });
            articles(place, segment);
            tables(place, segment);
            columns(place, segment);
        } catch (const Error& error) {
            complain(place, error.what());
        }
    }

    void articles(const std::string& place, const Segment& segment) {
        std::uint64_t words = 0;
        const NumberColumn& lengths = segment.numbers(length_column);
        for (ArticleNumber number = 1; number <= segment.articles(); ++number) {
            if (segment.documents().article(number).id.empty()) {
                complain(place, "article " + std::to_string(number) + " has no id");
            }
            if (!segment.dead().has(number))
                words += static_cast<std::uint64_t>(lengths.of(number));
        }
        if (words != segment.entry().words) complain(place, "its lengths do not add up");
    }

    void tables(const std::string& place, const Segment& segment) {
        std::string last;
        TableCursor cursor = segment.positions().entries();
        while (cursor.next()) {
            if (!last.empty() && cursor.key() <= last)
                complain(place, "positions are out of order");
            last = cursor.key();
            const PositionCursor positions{cursor.value()};
            if (!positions.sound()) complain(place, "positions of a term make no sense");
        }
        if (!cursor.sound()) complain(place, "the table of positions breaks off");
    }

    void columns(const std::string& place, const Segment& segment) {
        for (const Field& field : fields()) {
            if (!field.column) continue;
            const bool there = !segment.store().section(column_section(field.name)).empty();
            if (!there) complain(place, "has no column " + std::string{field.name});
            if (field.kind == Kind::Day) {
                segment.numbers(field.name);
            } else {
                segment.values(field.name);
            }
        }
    }

    std::string folder_;
    CheckReport report_;
};

}  // namespace

CheckReport check_index(const std::string& folder) {
    constexpr int tries = 5;
    for (int attempt = 1;; ++attempt) {
        const Manifest manifest = manifest_of_index(folder);
        CheckReport report = Check{folder}(manifest);
        if (report.problems.empty() || attempt == tries) return report;
        // a writer may have removed what it no longer needs while we read
        const auto now = read_manifest(folder);
        if (now && now->revision == manifest.revision) return report;
    }
}

}  // namespace lectern
