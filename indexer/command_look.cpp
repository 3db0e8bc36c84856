#include "common/base/file.h"
#include "common/base/json.h"
#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/index/stems.h"
#include "common/schema/field.h"
#include "common/text/tokenizer.h"
#include "indexer/commands.h"
#include "indexer/enrich/step.h"
#include "indexer/read/format.h"
#include "indexer/write/identity.h"

#include <iostream>

namespace lectern {
namespace {

Json json_of(const Spokesperson& person) {
    Json json{{"name", person.name}};
    const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty()) json[key] = value;
    };
    add("rank", person.rank);
    add("role", person.role);
    add("organization", person.organization);
    add("abbreviation", person.abbreviation);
    return json;
}

Json json_of(const Article& article) {
    Json json{{"id", article.id}, {"path", article.source.path}};
    if (article.source.record != 0) json["record"] = article.source.record;
    for (const Field& field : fields()) {
        const std::string name{field.name};
        if (json.contains(name) || name == "spokesperson" || name == "org" || name == "date")
            continue;
        const std::vector<std::string> values = field.values(article);
        if (values.empty()) continue;
        json[name] = name == "author" ? Json(values) : Json(values.front());
    }
    json["date"] = article.published ? Json(moment_text(*article.published)) : Json(nullptr);
    json["spokespersons"] = Json::array();
    for (const Spokesperson& person : article.spokespersons)
        json["spokespersons"].push_back(json_of(person));
    if (!article.notes.empty()) json["notes"] = article.notes;
    return json;
}

/// Prints each article as it is understood.
class ShowSink : public Sink {
public:
    explicit ShowSink(std::string path) : path_{std::move(path)} {}

    void article(Article&& article) override {
        article.source.path = path_;
        complete_id(article);
        for (const Step& step : steps()) step.apply(article);
        std::cout << json_of(article).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    }

    void problem(std::size_t record, std::string message) override {
        failed_ = true;
        std::cerr << "lectern-index: " << printable(path_);
        if (record != 0) std::cerr << ':' << record;
        std::cerr << ": " << printable(message) << '\n';
    }

    bool failed() const { return failed_; }

private:
    std::string path_;
    bool failed_{false};
};

/// `format` is null where the file is to say itself what it is.
void show(const std::string& path, const Format* format, ShowSink& sink) {
    constexpr std::uint64_t most = 256U << 20U;
    const std::string bytes = InputFile{path}.read(0, most);
    constexpr std::size_t head = 4096;
    if (format == nullptr) format = format_of(path, std::string_view{bytes}.substr(0, head));
    if (format == nullptr) {
        sink.problem(0, "no known format: neither its suffix nor its content says what it is");
        return;
    }
    format->read({path, bytes}, {}, sink);
}

}  // namespace

int show_command(const Arguments& arguments) {
    if (arguments.words().empty())
        throw Error{Fault::Usage, "show which file?", "name one: lectern-index show FILE"};
    const std::string name = arguments.value("format");
    const Format* format = find_format(name);
    if (!name.empty() && format == nullptr)
        throw Error{Fault::Usage, "there is no format \"" + name + '"',
                    "formats are text and jsonl"};
    bool failed = false;
    for (const std::string& path : arguments.words()) {
        ShowSink sink{path};
        try {
            show(path, format, sink);
        } catch (const Error& error) {
            print_error("lectern-index", error);
            failed = true;
        }
        failed = failed || sink.failed();
    }
    return failed ? 1 : 0;
}

int tokens_command(const Arguments& arguments) {
    if (arguments.words().empty())
        throw Error{Fault::Usage, "tokens of what text?", "give one: lectern-index tokens TEXT"};
    const std::string text = join(arguments.words(), " ");
    const int language = Stemmer::language_index(arguments.value("lang", "en"));
    Tokenizer tokenizer;
    Stemmer stemmer;
    for (const Token& token : tokenizer(text)) {
        std::cout << token.position << '\t' << token.term << '\t';
        if (language >= 0 && may_be_stemmed(token.term)) {
            const std::string key = stemmer.key(token.term, language);
            std::cout << key.substr(key.find(':') + 1);
        }
        std::cout << '\t' << token.begin << '-' << token.end << (token.joined ? "\tjoined" : "")
                  << '\n';
    }
    return 0;
}

}  // namespace lectern
