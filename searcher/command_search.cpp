#include "common/base/json.h"
#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/schema/field.h"
#include "searcher/commands.h"
#include "searcher/match/facet.h"
#include "searcher/match/searcher.h"
#include "searcher/request.h"

#include <algorithm>
#include <iostream>

namespace lectern {
namespace {

void print_expansions(const std::vector<Expansion>& expansions, std::ostream& out) {
    constexpr std::size_t shown = 12;
    for (const Expansion& expansion : expansions) {
        std::vector<std::string> terms = expansion.terms;
        const std::size_t all = terms.size();
        if (all > shown) terms.resize(shown);
        out << "expanded: " << printable(expansion.from) << " -> " << printable(join(terms, " "));
        if (all > shown) out << " … (" << all << " in all)";
        out << (expansion.cut ? ", the most frequent only" : "") << '\n';
    }
}

void print_explanation(const std::string& text,
                       const Parsed& parsed,
                       Searcher& searcher,
                       std::ostream& out) {
    const Explanation explanation = searcher.explain(parsed.query);
    out << "text:     " << printable(text) << '\n'
        << "tree:     " << printable(tree_text(parsed.query)) << '\n';
    print_expansions(explanation.expansions, out);
    out << "plan:     " << printable(explanation.plan) << '\n'
        << "xapian:   " << printable(explanation.xapian) << '\n';
}

int answer(const Arguments& arguments, Request request, Showing showing) {
    const Style& style = find_style(arguments.value("format", "text"));
    showing.query = query_of(arguments);
    Parsed parsed = understood(showing.query);
    showing.parsed = tree_text(parsed.query);
    showing.problems = parsed.problems;
    request.query = parsed.query;
    Searcher searcher{indexes_of(arguments)};
    if (arguments.has("explain")) print_explanation(showing.query, parsed, searcher, std::cerr);
    const Response response = searcher(request);
    for (const Expansion& expansion : response.expansions) {
        if (expansion.cut) print_expansions({expansion}, std::cerr);
    }
    if (arguments.has("count")) {
        std::cout << response.total << '\n';
    } else {
        style.show(response, showing, std::cout);
    }
    return response.total == 0 ? 1 : 0;
}

std::string article_text(const Article& article) {
    std::string text = article.title + "\n\n";
    const auto line = [&](const std::string& value) {
        if (!value.empty()) text += value + '\n';
    };
    line(article.outlet);
    line(join(article.authors, ", "));
    if (article.published) line(moment_text(*article.published));
    return text + '\n' + article.body + '\n';
}

/// As printable(), but lines stay lines.
std::string printable_lines(std::string_view text) {
    std::string shown;
    for (const std::string_view line : split(text, '\n')) {
        if (line.data() != text.data()) shown += '\n';
        shown += printable(line);
    }
    return shown;
}

Json article_json(const Article& article) {
    Json json{{"schema", 1}, {"id", article.id}};
    for (const Field& field : fields()) {
        const std::vector<std::string> values = field.values(article);
        if (field.name == "id") continue;
        const std::string name{field.name};
        if (has_many(name)) {
            json[name + 's'] = values;
        } else if (!values.empty()) {
            json[name] = values.front();
        }
    }
    if (article.published) json["published"] = moment_text(*article.published);
    if (article.source.record != 0) json["record"] = article.source.record;
    if (!article.notes.empty()) json["notes"] = article.notes;
    return json;
}

}  // namespace

int search_command(const Arguments& arguments) {
    Request request = request_of(arguments);
    const Showing showing = showing_of(arguments);
    request.hits = !arguments.has("count");
    const std::string format = arguments.value("format", "text");
    request.snippets = showing.fields.empty() && format != "csv" && format != "tsv";
    return answer(arguments, std::move(request), showing);
}

int facets_command(const Arguments& arguments) {
    Request request = request_of(arguments);
    if (request.facets.empty()) {
        request.facets = {parse_facet("spokesperson"), parse_facet("outlet"),
                          parse_facet("date:month")};
    }
    request.hits = false;
    Showing showing = showing_of(arguments);
    showing.hits = false;
    return answer(arguments, std::move(request), std::move(showing));
}

int explain_command(const Arguments& arguments) {
    const std::string text = query_of(arguments);
    const Parsed parsed = understood(text);
    Searcher searcher{indexes_of(arguments)};
    print_explanation(text, parsed, searcher, std::cout);
    return 0;
}

int show_article_command(const Arguments& arguments) {
    if (arguments.words().empty())
        throw Error{Fault::Usage, "show which article?", "give its id or path"};
    const bool as_json = arguments.choice("format", {"text", "json"}) == "json";
    Searcher searcher{indexes_of(arguments)};
    bool all_found = true;
    for (const std::string& word : arguments.words()) {
        const std::vector<Article> articles = searcher.articles(word);
        all_found = all_found && !articles.empty();
        if (articles.empty())
            std::cerr << "lectern-search: there is no article " << printable(word) << '\n';
        for (const Article& article : articles) {
            if (as_json) {
                std::cout << json_text(article_json(article)) << '\n';
            } else {
                std::cout << printable_lines(article_text(article));
            }
        }
    }
    return all_found ? 0 : 1;
}

}  // namespace lectern
