#include "common/index/manifest.h"

#include "common/base/error.h"
#include "common/base/file.h"
#include "common/base/hash.h"
#include "common/base/json.h"
#include "common/schema/field.h"
#include "common/text/tokenizer.h"

#include <numeric>

namespace lectern {
namespace {

constexpr const char* format = "lectern index 1";

Json json_of(const FileEntry& file) {
    return {{"name", file.name}, {"bytes", file.bytes}, {"sha256", file.sha256}};
}

FileEntry file_of(const Json& json) {
    return {json.at("name"), json.at("bytes"), json.at("sha256")};
}

Json json_of(const SegmentEntry& segment) {
    Json json{{"name", segment.name},
              {"articles", segment.articles},
              {"dead", segment.dead},
              {"words", segment.words},
              {"text_bytes", segment.text_bytes},
              {"languages", segment.languages},
              {"postings", json_of(segment.postings)},
              {"store", json_of(segment.store)}};
    if (segment.dead_list) json["dead_list"] = json_of(*segment.dead_list);
    return json;
}

SegmentEntry segment_of(const Json& json) {
    SegmentEntry segment{.name = json.at("name"),
                         .articles = json.at("articles"),
                         .dead = json.at("dead"),
                         .words = json.at("words"),
                         .text_bytes = json.at("text_bytes"),
                         .languages = json.at("languages"),
                         .postings = file_of(json.at("postings")),
                         .store = file_of(json.at("store"))};
    if (json.contains("dead_list")) segment.dead_list = file_of(json.at("dead_list"));
    return segment;
}

Manifest manifest_of(const Json& json) {
    Manifest manifest{.uuid = json.at("uuid"),
                      .revision = json.at("revision"),
                      .schema = json.at("schema"),
                      .next_name = json.at("next_name"),
                      .catalogue = file_of(json.at("catalogue"))};
    for (const Json& segment : json.at("segments")) {
        manifest.segments.push_back(segment_of(segment));
    }
    return manifest;
}

Error damaged(const std::string& path) {
    return Error{Fault::Damaged, path + " is damaged",
                 "restore it from a copy, or remove the index and add again"};
}

Error other_schema(const std::string& folder) {
    return Error{Fault::OtherSchema,
                 folder + " was written by a lectern with other fields or another tokenizer",
                 "index again into a new place: lectern-index add --index NEW DIR"};
}

}  // namespace

std::uint64_t Manifest::living() const {
    std::uint64_t living = 0;
    for (const SegmentEntry& segment : segments) living += segment.living();
    return living;
}

std::uint64_t Manifest::words() const {
    std::uint64_t words = 0;
    for (const SegmentEntry& segment : segments) words += segment.words;
    return words;
}

std::string program_schema() {
    return short_name(schema_fingerprint() + '\n' + std::string{Tokenizer::fingerprint()});
}

std::optional<Manifest> read_manifest(const std::string& folder) {
    const std::string path = folder + "/current";
    const auto text = read_file(path);
    if (!text) return std::nullopt;
    const ParsedJson parsed = parse_json(*text);
    if (!parsed.value) throw damaged(path);
    const Json& json = *parsed.value;
    try {
        // the last member seals the rest, so that a flipped bit in a count is found too
        Json sealed = json;
        sealed.erase("seal");
        if (json.at("seal") != short_name(sealed.dump())) throw damaged(path);
        if (json.at("format") != format) throw other_schema(folder);
        Manifest manifest = manifest_of(json);
        if (manifest.schema != program_schema()) throw other_schema(folder);
        return manifest;
    } catch (const Json::exception&) {
        throw damaged(path);
    }
}

Manifest manifest_of_index(const std::string& folder) {
    auto manifest = read_manifest(folder);
    if (manifest) return std::move(*manifest);
    throw Error{Fault::NoIndex, "there is no index at " + folder,
                "make one: lectern-index add DIR; or name one with --index"};
}

void write_manifest(const std::string& folder, const Manifest& manifest) {
    Json json{{"format", format},
              {"uuid", manifest.uuid},
              {"revision", manifest.revision},
              {"schema", manifest.schema},
              {"next_name", manifest.next_name},
              {"catalogue", json_of(manifest.catalogue)},
              {"segments", Json::array()}};
    for (const SegmentEntry& segment : manifest.segments) {
        json["segments"].push_back(json_of(segment));
    }
    json["seal"] = short_name(json.dump());
    replace_durably(folder + "/current", json.dump(1) + '\n');
}

std::string segment_folder(const std::string& folder, const SegmentEntry& segment) {
    return folder + "/segments/" + segment.name;
}

}  // namespace lectern
