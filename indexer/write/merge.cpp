#include "indexer/write/merge.h"

#include "common/base/bytes.h"
#include "common/base/error.h"
#include "common/base/file.h"
#include "common/index/guard.h"
#include "common/index/segment.h"
#include "common/index/stems.h"
#include "common/schema/field.h"
#include "common/segment/columns.h"
#include "common/segment/documents.h"
#include "common/segment/sections.h"
#include "common/segment/table.h"

#include <sys/stat.h>
#include <xapian.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace lectern {
namespace {

FileEntry entry_of(const std::string& folder, const std::string& name, std::string sha256) {
    const std::string path = folder + '/' + name;

    struct stat state {};

    if (::stat(path.c_str(), &state) != 0) throw Error{Fault::Io, "cannot read " + path};
    return {name, static_cast<std::uint64_t>(state.st_size), std::move(sha256)};
}

FileEntry merged_postings(std::span<const MergeInput> inputs, const std::string& folder) {
    const std::string path = folder + "/postings";
    guarded(path, [&] {
        Xapian::Database all;
        for (const MergeInput& input : inputs) all.add_database(Xapian::Database{input.postings});
        all.compact(path, Xapian::DBCOMPACT_SINGLE_FILE | Xapian::Compactor::FULL);
    });
    sync_file(path);
    return entry_of(folder, "postings", sha256_of_file(path));
}

/// The stores of all inputs, written section by section into one.
class StoreMerger {
public:
    StoreMerger(std::span<const MergeInput> inputs, const std::string& path) : out_{path} {
        ArticleNumber offset = 0;
        for (const MergeInput& input : inputs) {
            stores_.emplace_back(input.store);
            articles_.push_back(input.articles);
            offsets_.push_back(offset);
            offset += input.articles;
        }
    }

    std::string finish() {
        documents();
        for (const Field& field : fields()) {
            if (field.column && field.kind != Kind::Day) values(field.name);
            if (field.column && field.kind == Kind::Day) numbers(field.name);
        }
        for (const auto name : {time_column, length_column, content_column}) numbers(name);
        positions();
        stems();
        return out_.finish();
    }

private:
    void documents() {
        std::vector<Documents> parts;
        Dictionaries dictionaries;
        for (const SectionFile& store : stores_) {
            const Dictionaries& known = parts.emplace_back(store).dictionaries();
            dictionaries.insert(known.begin(), known.end());
        }
        std::string ends;
        out_.begin("documents");
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const bool learned_later = parts[i].dictionaries().empty() && !dictionaries.empty();
            if (learned_later) {
                compress_anew(parts[i], dictionaries, ends);
            } else {
                copy_frames(stores_[i], ends);
            }
        }
        write_document_index(out_, ends, dictionaries);
    }

    void copy_frames(const SectionFile& store, std::string& ends) {
        const std::uint64_t begin = out_.section_bytes();
        out_.write(store.section("documents"));
        ByteReader reader{store.section("documents.ends")};
        while (!reader.at_end()) put_fixed(ends, begin + reader.fixed<std::uint64_t>());
    }

    /// Of articles that came before there was a dictionary.
    void compress_anew(const Documents& part, const Dictionaries& dictionaries, std::string& ends) {
        Compressor compress{dictionaries};
        for (ArticleNumber number = 1; number <= part.count(); ++number) {
            out_.write(compress(part.record(number)));
            put_fixed(ends, out_.section_bytes());
        }
    }

    void values(std::string_view name) {
        std::vector<ValueColumn> columns;
        for (const SectionFile& store : stores_) {
            columns.emplace_back(store.section(column_section(name)));
            if (!columns.back().sound()) throw store.damaged(name);
        }
        out_.begin(column_section(name));
        write_merged(out_, columns, articles_);
    }

    void numbers(std::string_view name) {
        NumberColumnBuilder merged;
        for (std::size_t i = 0; i < stores_.size(); ++i) {
            const NumberColumn column{stores_[i].section(column_section(name))};
            if (!column.sound()) throw stores_[i].damaged(name);
            for (ArticleNumber n = 1; n <= articles_[i]; ++n) merged.add(column.of(n));
        }
        out_.begin(column_section(name));
        merged.write(out_);
    }

    std::vector<TableCursor> cursors(std::string_view section) const {
        std::vector<TableCursor> cursors;
        for (const SectionFile& store : stores_) {
            const Table table{store.section(section)};
            if (!table.sound()) throw store.damaged(section);
            cursors.push_back(table.entries());
        }
        return cursors;
    }

    void refuse(std::optional<std::size_t> broken, std::string_view section) const {
        if (broken) throw stores_[*broken].damaged(section);
    }

    void positions() {
        out_.begin(positions_section);
        TableWriter table{out_};
        const auto broken = merge_tables(
            cursors(positions_section), [&](auto key, const auto& values, const auto& which) {
                if (values.size() == 1 && offsets_[which[0]] == 0) {
                    table.add(key, values[0]);
                    return;
                }
                PositionList list;
                for (std::size_t i = 0; i < values.size(); ++i) {
                    if (!list.append(values[i], offsets_[which[i]])) {
                        throw stores_[which[i]].damaged(positions_section);
                    }
                }
                table.add(key, list.encoded());
            });
        refuse(broken, positions_section);
        table.finish();
    }

    void stems() {
        out_.begin(stems_section);
        TableWriter table{out_};
        const auto broken =
            merge_tables(cursors(stems_section), [&](auto key, const auto& values, const auto&) {
                std::vector<std::string> forms;
                for (const std::string_view value : values) {
                    for (std::string& form : decoded_forms(value)) forms.push_back(std::move(form));
                }
                std::sort(forms.begin(), forms.end());
                forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
                table.add(key, encoded_forms(forms));
            });
        refuse(broken, stems_section);
        table.finish();
    }

    SectionWriter out_;
    std::vector<SectionFile> stores_;
    std::vector<ArticleNumber> articles_;
    std::vector<ArticleNumber> offsets_;
};

}  // namespace

MergedFiles merge(std::span<const MergeInput> inputs, const std::string& folder) {
    MergedFiles files;
    files.postings = merged_postings(inputs, folder);
    const std::string sha256 = StoreMerger{inputs, folder + "/store"}.finish();
    files.store = entry_of(folder, "store", sha256);
    return files;
}

}  // namespace lectern
