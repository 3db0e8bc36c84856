#include "indexer/write/writer.h"

#include "common/base/error.h"
#include "common/base/hash.h"
#include "common/index/segment.h"
#include "common/text/tokenizer.h"
#include "indexer/write/identity.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <random>
#include <set>

namespace lectern {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t many_segments = 24;
constexpr std::uint64_t rewrite_batch_bytes = 32U << 20U;

void make_folder(const std::string& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error) throw io_error("cannot make " + path, error.value());
}

/// A UUID of version 4 (RFC 4122).
std::string fresh_uuid() {
    std::random_device random;
    std::string bytes;
    for (int i = 0; i < 8; ++i) bytes += std::to_string(random());
    std::string hex = sha256_hex(bytes).substr(0, 32);
    hex[12] = '4';
    hex[16] = "89ab"[static_cast<unsigned char>(hex[16]) % 4];
    for (const std::size_t at : {20U, 16U, 12U, 8U}) hex.insert(at, "-");
    return hex;
}

bool is_ours(const std::string& name) {
    return name == "current" || name == "current.new" || name == "lock" || name == "segments" ||
           name == "batches" || name == "config.ini" || name.rfind("catalogue-", 0) == 0;
}

void refuse_strangers(const std::string& folder) {
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator{folder, error}) {
        if (is_ours(entry.path().filename().string())) continue;
        throw Error{
            Fault::Usage,
            folder + " is no index and not empty: it holds " + entry.path().filename().string(),
            "name another place with --index"};
    }
}

Catalogue catalogue_of(const std::string& folder, const Manifest& manifest) {
    const std::string path = folder + '/' + manifest.catalogue.name;
    std::string lines = read_file(path).value_or("");
    if (lines.size() < manifest.catalogue.bytes) {
        throw Error{Fault::Damaged, path + " is shorter than it was written",
                    "remove the index and add again"};
    }
    lines.resize(manifest.catalogue.bytes);
    return Catalogue::read(lines, path);
}

}  // namespace

Writer::Writer(const std::string& folder, Mode mode) : folder_{folder} {
    if (mode == Mode::OpenOnly) {
        manifest_of_index(folder);  // throws where there is none, before a folder is made
    } else if (!read_manifest(folder)) {
        refuse_strangers(folder);
    }
    make_folder(folder);
    auto lock = try_lock(folder + "/lock");
    if (!lock) {
        throw Error{Fault::Locked, "another lectern-index is writing to " + folder,
                    "try again when it is done"};
    }
    lock_ = std::move(*lock);
    if (auto manifest = read_manifest(folder)) {
        manifest_ = std::move(*manifest);
    } else {
        create();
    }
    sweep();
    std::error_code ignored;
    fs::remove_all(folder_ + "/batches", ignored);
    make_folder(folder_ + "/batches");
}

void Writer::create() {
    make_folder(folder_ + "/segments");
    manifest_.uuid = fresh_uuid();
    manifest_.schema = program_schema();
    manifest_.catalogue.name = "catalogue-0";
    append_durably(folder_ + '/' + manifest_.catalogue.name, "");
    write_manifest(folder_, manifest_);
    sync_directory(fs::absolute(folder_).parent_path().string());
}

void Writer::sweep() const {
    std::set<std::string> wanted;
    for (const SegmentEntry& segment : manifest_.segments) wanted.insert(segment.name);
    std::error_code ignored;  // what cannot be removed now is removed next time
    fs::remove(folder_ + "/current.new", ignored);
    for (const fs::directory_entry& entry :
         fs::directory_iterator{folder_ + "/segments", ignored}) {
        if (!wanted.contains(entry.path().filename().string()))
            fs::remove_all(entry.path(), ignored);
    }
    for (const SegmentEntry& segment : manifest_.segments) {
        const std::string dead_list = segment.dead_list ? segment.dead_list->name : "";
        const std::string place = segment_folder(folder_, segment);
        for (const fs::directory_entry& entry : fs::directory_iterator{place, ignored}) {
            const std::string name = entry.path().filename().string();
            if (name.rfind("dead-", 0) == 0 && name != dead_list) fs::remove(entry.path(), ignored);
        }
    }
    for (const fs::directory_entry& entry : fs::directory_iterator{folder_, ignored}) {
        const std::string name = entry.path().filename().string();
        if (name.rfind("catalogue-", 0) == 0 && name != manifest_.catalogue.name) {
            fs::remove(entry.path(), ignored);
        }
    }
}

Catalogue Writer::catalogue() const {
    return catalogue_of(folder_, manifest_);
}

std::string Writer::batch_folder() {
    std::string path = folder_ + "/batches/" + std::to_string(++batch_);
    make_folder(path);
    return path;
}

std::string Writer::fresh_name() {
    return std::to_string(manifest_.next_name++);
}

void Writer::publish(Manifest next) {
    next.next_name = manifest_.next_name;
    ++next.revision;
    write_manifest(folder_, next);
    manifest_ = std::move(next);
    sweep();
}

SegmentEntry Writer::merged(std::span<const MergeInput> inputs) {
    SegmentEntry entry{.name = fresh_name()};
    const std::string place = segment_folder(folder_, entry);
    make_folder(place);
    MergedFiles files = merge(inputs, place);
    entry.postings = std::move(files.postings);
    entry.store = std::move(files.store);
    sync_directory(place);
    sync_directory(folder_ + "/segments");
    return entry;
}

SegmentEntry Writer::segment_of(std::span<const BatchFiles> batches) {
    std::vector<MergeInput> inputs;
    for (const BatchFiles& batch : batches) {
        inputs.push_back({batch.folder + "/postings", batch.folder + "/store", batch.articles});
    }
    SegmentEntry entry = merged(inputs);
    for (const BatchFiles& batch : batches) {
        std::error_code ignored;  // what stays behind goes when the next writer opens
        fs::remove_all(batch.folder, ignored);
        entry.articles += batch.articles;
        entry.words += batch.words;
        entry.text_bytes += batch.text_bytes;
        entry.languages |= batch.languages;
    }
    return entry;
}

void Writer::bury(SegmentEntry& entry, std::vector<ArticleNumber> numbers) {
    const Segment segment{folder_, entry};
    const NumberColumn& lengths = segment.numbers(length_column);
    std::vector<ArticleNumber> all = segment.dead().numbers();
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    for (const ArticleNumber number : numbers) {
        if (number == 0 || number > entry.articles || segment.dead().has(number)) continue;
        all.push_back(number);
        entry.words -= static_cast<std::uint64_t>(lengths.of(number));
    }
    const DeadList dead{std::move(all)};
    entry.dead = static_cast<std::uint32_t>(dead.numbers().size());
    const std::string bytes = dead.encoded();
    const std::string name = "dead-" + std::to_string(manifest_.revision + 1);
    const std::string place = segment_folder(folder_, entry);
    OutputFile file{place + '/' + name};
    file.write(bytes);
    entry.dead_list = FileEntry{name, bytes.size(), file.finish()};
    sync_directory(place);
}

SegmentRef Writer::current(SegmentRef ref) const {
    for (auto moved = moved_.find(ref.segment); moved != moved_.end();
         moved = moved_.find(ref.segment)) {
        ref = {moved->second.segment, ref.number + moved->second.offset};
    }
    return ref;
}

void Writer::append_catalogue(Manifest& next, const std::string& lines) {
    if (lines.empty()) return;
    const std::string path = folder_ + '/' + next.catalogue.name;
    std::error_code error;
    fs::resize_file(path, next.catalogue.bytes,
                    error);  // what a killed writer wrote behind it goes
    if (error) throw io_error("cannot write " + path, error.value());
    append_durably(path, lines);
    next.catalogue.bytes += lines.size();
}

std::string Writer::commit(const Change& change) {
    Manifest next = manifest_;
    std::string name;
    if (!change.batches.empty()) {
        SegmentEntry entry = segment_of(change.batches);
        if (!change.stillborn.empty()) bury(entry, change.stillborn);
        name = entry.name;
        next.segments.push_back(std::move(entry));
    }
    std::map<std::string, std::vector<ArticleNumber>> deaths;
    for (const SegmentRef& death : change.deaths) {
        const SegmentRef now = current(death);
        deaths[now.segment].push_back(now.number);
    }
    for (SegmentEntry& segment : next.segments) {
        const auto found = deaths.find(segment.name);
        if (found != deaths.end()) bury(segment, std::move(found->second));
    }
    append_catalogue(next, change.catalogue_lines);
    publish(std::move(next));
    return name;
}

SegmentEntry Writer::merged_segments(const std::string& folder,
                                     std::span<const SegmentEntry> segments) {
    std::vector<MergeInput> inputs;
    std::vector<ArticleNumber> dead;
    ArticleNumber offset = 0;
    for (const SegmentEntry& segment : segments) {
        const std::string place = segment_folder(folder, segment) + '/';
        inputs.push_back(
            {place + segment.postings.name, place + segment.store.name, segment.articles});
        const Segment opened{folder, segment};
        for (const ArticleNumber number : opened.dead().numbers()) dead.push_back(number + offset);
        offset += segment.articles;
    }
    SegmentEntry entry = merged(inputs);
    entry.articles = offset;
    if (!dead.empty()) bury(entry, std::move(dead));
    entry.words = 0;  // bury() took off those of the dead; the segments' own counts have none
    for (const SegmentEntry& segment : segments) {
        entry.words += segment.words;
        entry.text_bytes += segment.text_bytes;
        entry.languages |= segment.languages;
    }
    return entry;
}

void Writer::merge_from(std::size_t first) {
    const std::span<const SegmentEntry> old = std::span{manifest_.segments}.subspan(first);
    SegmentEntry entry = merged_segments(folder_, old);
    ArticleNumber offset = 0;
    for (const SegmentEntry& segment : old) {
        moved_[segment.name] = {entry.name, offset};
        offset += segment.articles;
    }
    Manifest next = manifest_;
    next.segments.resize(first);
    next.segments.push_back(std::move(entry));
    publish(std::move(next));
}

void Writer::copy_from(const std::string& folder) {
    const Manifest other = manifest_of_index(folder);
    Manifest next = manifest_;
    if (!other.segments.empty()) next.segments = {merged_segments(folder, other.segments)};
    append_catalogue(next, catalogue_of(folder, other).lines());
    publish(std::move(next));
}

void Writer::merge_tiers() {
    const std::vector<SegmentEntry>& segments = manifest_.segments;
    if (segments.size() < 2) return;
    std::uint64_t later = 0;
    std::size_t first = segments.size();
    for (std::size_t i = segments.size(); i-- > 0;) {
        const std::uint64_t bytes = std::max<std::uint64_t>(segments[i].store.bytes, 1);
        if (bytes <= later) first = i;
        later += bytes;
    }
    if (first < segments.size()) merge_from(first);
}

void Writer::merge_if_many() {
    if (manifest_.segments.size() >= many_segments) merge_tiers();
}

void Writer::rewrite(std::size_t place) {
    const SegmentEntry old = manifest_.segments[place];
    std::vector<BatchFiles> batches;
    {
        const Segment segment{folder_, old};
        const NumberColumn& contents = segment.numbers(content_column);
        Tokenizer tokenizer;
        ArticleNumber number = 1;
        while (number <= old.articles) {
            BatchBuilder builder{batch_folder(), tokenizer};
            for (; number <= old.articles && builder.text_bytes() < rewrite_batch_bytes; ++number) {
                if (segment.dead().has(number)) continue;
                const Article article = segment.documents().article(number);
                builder.add(article, identity_of(article),
                            static_cast<std::uint64_t>(contents.of(number)));
            }
            if (builder.articles() == 0) continue;
            Dictionaries dictionary;
            const Dictionaries& known = segment.documents().dictionaries();
            if (!known.empty()) dictionary.insert(*known.begin());
            batches.push_back(builder.finish(dictionary));
        }
    }
    Manifest next = manifest_;
    const auto at = next.segments.begin() + static_cast<std::ptrdiff_t>(place);
    if (batches.empty()) {
        next.segments.erase(at);
    } else {
        *at = segment_of(batches);
    }
    publish(std::move(next));
}

void Writer::tidy() {
    constexpr std::uint32_t tolerated = 4;  // a quarter
    for (std::size_t i = manifest_.segments.size(); i-- > 0;) {
        const SegmentEntry& segment = manifest_.segments[i];
        if (segment.dead > segment.articles / tolerated) rewrite(i);
    }
    if (!catalogue().sparse()) return;
    Manifest next = manifest_;
    const std::string lines = catalogue().lines();
    next.catalogue = {"catalogue-" + fresh_name(), 0, ""};
    append_durably(folder_ + '/' + next.catalogue.name, "");
    append_catalogue(next, lines);
    sync_directory(folder_);
    publish(std::move(next));
}

void Writer::compact() {
    for (std::size_t i = manifest_.segments.size(); i-- > 0;) {
        if (manifest_.segments[i].dead != 0) rewrite(i);
    }
    if (manifest_.segments.size() > 1) merge_from(0);
}

}  // namespace lectern
