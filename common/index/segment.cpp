#include "common/index/segment.h"

#include "common/base/bytes.h"
#include "common/base/error.h"
#include "common/base/hash.h"
#include "common/index/guard.h"

#include <sys/stat.h>

#include <algorithm>

namespace lectern {

std::string column_section(std::string_view name) {
    return "column." + std::string{name};
}

std::string identity_term(std::string_view identity) {
    return "K" + short_name(identity);
}

DeadList::DeadList(std::vector<ArticleNumber> numbers) : numbers_{std::move(numbers)} {
    std::sort(numbers_.begin(), numbers_.end());
    if (!numbers_.empty()) bits_.resize(numbers_.back() / 64U + 1);
    for (const ArticleNumber number : numbers_) {
        bits_[number / 64U] |= std::uint64_t{1} << (number % 64U);
    }
}

DeadList DeadList::decoded(std::string_view bytes) {
    std::vector<ArticleNumber> numbers;
    ByteReader reader{bytes};
    ArticleNumber last = 0;
    while (!reader.at_end()) {
        last += reader.varint32();
        if (!reader.ok()) break;
        numbers.push_back(last);
    }
    return DeadList{std::move(numbers)};
}

std::string DeadList::encoded() const {
    std::string bytes;
    ArticleNumber last = 0;
    for (const ArticleNumber number : numbers_) {
        put_varint(bytes, number - last);
        last = number;
    }
    return bytes;
}

Segment::Segment(const std::string& folder, const SegmentEntry& entry)
    : entry_{entry}, folder_{segment_folder(folder, entry)} {
    const auto present = [&](const FileEntry& file) {
        struct stat state {};
        const std::string path = folder_ + '/' + file.name;
        if (::stat(path.c_str(), &state) != 0) throw damaged(file.name + " is missing");
        if (static_cast<std::uint64_t>(state.st_size) != file.bytes) {
            throw damaged(file.name + " is not as long as it was written");
        }
    };
    present(entry_.postings);
    present(entry_.store);
    store_ = std::make_unique<SectionFile>(folder_ + '/' + entry_.store.name);
    if (entry_.dead_list) {
        present(*entry_.dead_list);
        const std::string bytes = read_file(folder_ + '/' + entry_.dead_list->name).value_or("");
        // small, read whole, and what it says is hidden: worth its sum
        if (sha256_hex(bytes) != entry_.dead_list->sha256) throw damaged("its list of the removed");
        dead_ = DeadList::decoded(bytes);
        if (dead_.numbers().size() != entry_.dead) throw damaged("its list of the removed");
    }
    postings_ =
        guarded(folder_, [&] { return Xapian::Database{folder_ + '/' + entry_.postings.name}; });
}

Error Segment::damaged(std::string_view what) const {
    return Error{Fault::Damaged, folder_ + " is damaged: " + std::string{what},
                 "restore the index from a copy, or remove it and add again"};
}

const Table& Segment::positions() const {
    if (!positions_) {
        positions_ = std::make_unique<Table>(store_->section(positions_section));
        if (!positions_->sound()) throw damaged("positions");
    }
    return *positions_;
}

const Table& Segment::stems() const {
    if (!stems_) {
        stems_ = std::make_unique<Table>(store_->section(stems_section));
        if (!stems_->sound()) throw damaged("stems");
    }
    return *stems_;
}

const ValueColumn& Segment::values(std::string_view field) const {
    auto found = values_.find(field);
    if (found == values_.end()) {
        const ValueColumn column{store_->section(column_section(field))};
        if (!column.sound()) throw damaged("column " + std::string{field});
        found = values_.emplace(field, column).first;
    }
    return found->second;
}

const NumberColumn& Segment::numbers(std::string_view name) const {
    auto found = numbers_.find(name);
    if (found == numbers_.end()) {
        const NumberColumn column{store_->section(column_section(name))};
        if (!column.sound()) throw damaged("column " + std::string{name});
        found = numbers_.emplace(name, column).first;
    }
    return found->second;
}

const Documents& Segment::documents() const {
    if (!documents_) {
        documents_ = std::make_unique<Documents>(*store_);
        if (documents_->count() != entry_.articles) throw damaged("its count of articles");
    }
    return *documents_;
}

ArticleNumber Segment::find_identity(std::string_view identity) const {
    return guarded(folder_, [&]() -> ArticleNumber {
        const std::string term = identity_term(identity);
        for (auto at = postings_.postlist_begin(term); at != postings_.postlist_end(term); ++at) {
            if (!dead_.has(*at)) return *at;
        }
        return 0;
    });
}

}  // namespace lectern
