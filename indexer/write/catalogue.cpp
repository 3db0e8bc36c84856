#include "indexer/write/catalogue.h"

#include "common/base/error.h"
#include "common/base/hash.h"
#include "common/base/json.h"
#include "common/base/strings.h"

namespace lectern {
namespace {

std::string sealed(Json json) {
    json["seal"] = short_name(json.dump());
    return json.dump() + '\n';
}

Error damaged(const std::string& where) {
    return Error{Fault::Damaged, where + " is damaged", "remove the index and add again"};
}

}  // namespace

std::string catalogue_line(std::string_view path, const FileRecord& record) {
    return sealed({{"path", path},
                   {"bytes", record.state.bytes},
                   {"modified_ns", record.state.modified_ns},
                   {"sha256", record.sha256},
                   {"articles", record.articles},
                   {"problems", record.problems}});
}

std::string catalogue_gone_line(std::string_view path) {
    return sealed({{"path", path}, {"gone", true}});
}

Catalogue Catalogue::read(std::string_view lines, const std::string& where) {
    Catalogue catalogue;
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        if (end == std::string_view::npos) throw damaged(where);
        const std::string_view line = lines.substr(0, end);
        lines.remove_prefix(end + 1);
        ParsedJson parsed = parse_json(line);
        if (!parsed.value) throw damaged(where);
        Json& json = *parsed.value;
        try {
            const std::string seal = json.at("seal");
            json.erase("seal");
            if (seal != short_name(json.dump())) throw damaged(where);
            const std::string path = json.at("path");
            ++catalogue.lines_;
            if (json.contains("gone")) {
                catalogue.files_.erase(path);
                continue;
            }
            catalogue.files_[path] = {{json.at("bytes"), json.at("modified_ns")},
                                      json.at("sha256"),
                                      json.at("articles"),
                                      json.at("problems")};
        } catch (const Json::exception&) {
            throw damaged(where);
        }
    }
    return catalogue;
}

const FileRecord* Catalogue::find(std::string_view path) const {
    const auto found = files_.find(path);
    return found == files_.end() ? nullptr : &found->second;
}

std::string Catalogue::lines() const {
    std::string lines;
    for (const auto& [path, record] : files_) lines += catalogue_line(path, record);
    return lines;
}

}  // namespace lectern
