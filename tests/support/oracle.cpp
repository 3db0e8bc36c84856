#include "tests/support/oracle.h"

#include "common/base/match.h"
#include "common/base/strings.h"
#include "common/schema/field.h"

#include <algorithm>
#include <cmath>

namespace lectern {
namespace {

constexpr double k1 = 1.2;
constexpr double b = 0.75;
constexpr double title_weight = 3;

bool has(const std::set<std::string>& terms, const std::string& term) {
    return terms.contains(term);
}

}  // namespace

Oracle::Oracle(std::vector<Article> articles, const std::vector<Article>& gone)
    : articles_{std::move(articles)} {
    double words = 0;
    for (const Article& article : articles_) {
        values_.push_back(read(article));
        learn(article, values_.back());
        double length = 0;
        for (const Value& value : values_.back()[""]) {
            length += value.weight * static_cast<double>(value.words.size());
        }
        count(values_.back());
        lengths_.push_back(length);
        words += length;
    }
    for (const Article& article : gone) learn(article, read(article));
    if (words > 0) mean_length_ = words / static_cast<double>(articles_.size());
}

Oracle::Value Oracle::read(std::string_view text) {
    Value value;
    for (const Token& token : tokenizer_(text)) {
        (token.joined ? value.joined : value.words).emplace_back(token.term);
    }
    return value;
}

Oracle::Values Oracle::read(const Article& article) {
    Values values;
    for (const Field& field : fields()) {
        if (field.kind != Kind::Text && field.kind != Kind::Keyword) continue;
        std::vector<Value>& all = values[std::string{field.name}];
        for (const std::string& text : field.values(article)) all.push_back(read(text));
    }
    std::vector<Value> text = values["title"];
    for (Value& title : text) title.weight = title_weight;
    text.insert(text.end(), values["body"].begin(), values["body"].end());
    values[""] = std::move(text);
    return values;
}

void Oracle::count(const Values& values) {
    for (const auto& [field, all] : values) {
        Terms terms;
        for (const Value& value : all) {
            terms.insert(value.words.begin(), value.words.end());
            terms.insert(value.joined.begin(), value.joined.end());
        }
        for (const std::string& term : terms) ++articles_with_[{field, term}];
    }
}

void Oracle::learn(const Article& article, const Values& values) {
    for (const auto& [field, all] : values) {
        for (const Value& value : all) {
            vocabulary_[field].insert(value.words.begin(), value.words.end());
            vocabulary_[field].insert(value.joined.begin(), value.joined.end());
        }
    }
    const int language = Stemmer::language_index(article.language);
    if (language < 0) return;
    for (const std::string& text : {article.title, article.body}) {
        for (const Token& token : tokenizer_(text)) {
            if (!token.ordinary || !may_be_stemmed(token.term)) continue;
            forms_[stemmer_.key(token.term, language)].emplace(token.term);
        }
    }
}

std::map<std::string, double> Oracle::operator()(const Query& query) {
    std::map<std::string, double> found;
    for (std::size_t at = 0; at < articles_.size(); ++at) {
        if (const auto score = match(query, at)) found[articles_[at].id] = *score;
    }
    return found;
}

std::optional<double> Oracle::match(const Query& query, std::size_t at) {
    const auto zero_if = [](bool matches) { return matches ? std::optional{0.0} : std::nullopt; };
    const auto& published = articles_[at].published;
    return std::visit(
        Match{
            [](const Everything&) { return std::optional{0.0}; },
            [&](const Word& word) { return match_word(word, at); },
            [&](const Phrase& phrase) { return match_phrase(phrase, at); },
            [&](const Days& days) {
                return zero_if(published && published->day >= days.range.first &&
                               published->day <= days.range.last);
            },
            [&](const Missing& missing) {
                return zero_if(find_field(missing.field)->values(articles_[at]).empty());
            },
            [&](const And& both) { return match_all(both.all, at); },
            [&](const Or& either) { return match_any(either.any, at); },
            [&](const Not& without) { return zero_if(!match(without.out.front(), at)); },
        },
        query.node);
}

std::optional<double> Oracle::match_all(const std::vector<Query>& queries, std::size_t at) {
    double sum = 0;
    for (const Query& query : queries) {
        const auto score = match(query, at);
        if (!score) return std::nullopt;
        sum += *score;
    }
    return sum;
}

std::optional<double> Oracle::match_any(const std::vector<Query>& queries, std::size_t at) {
    std::optional<double> sum;
    for (const Query& query : queries) {
        if (const auto score = match(query, at)) sum = sum.value_or(0) + *score;
    }
    return sum;
}

std::optional<double> Oracle::match_word(const Word& word, std::size_t at) {
    const Kind kind = find_field(word.field.empty() ? "body" : word.field)->kind;
    if (kind == Kind::Exact) return match_value(word, at);
    const Value asked = read(word.text);
    if (asked.words.empty()) return std::nullopt;
    Row row;
    for (const std::string& part : asked.words) row.push_back({part});
    if (row.size() == 1 || word.prefix) row.back() = widened(word, asked.words.back());
    const auto score = match_row(word.field, row, at);
    const std::string together = join(asked.words, "");
    if (asked.joined != std::vector{together} || word.prefix) return score;
    const auto joined = match_row(word.field, {{together}}, at);
    if (!score || !joined) return score ? score : joined;
    return *score + *joined;
}

std::optional<double> Oracle::match_phrase(const Phrase& phrase, std::size_t at) {
    Row row;
    for (const std::string& part : read(phrase.text).words) row.push_back({part});
    return row.empty() ? std::nullopt : match_row(phrase.field, row, at);
}

std::optional<double> Oracle::match_value(const Word& word, std::size_t at) const {
    for (const std::string& value : find_field(word.field)->values(articles_[at])) {
        if (word.prefix ? value.starts_with(word.text) : value == word.text) return 0;
    }
    return std::nullopt;
}

double Oracle::occurrences(const Row& row, const Value& value) {
    double count = 0;
    for (std::size_t i = 0; i + row.size() <= value.words.size(); ++i) {
        const auto word = value.words.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::equal(row.begin(), row.end(), word, has)) ++count;
    }
    if (row.size() > 1) return count;
    for (const std::string& joined : value.joined) count += has(row[0], joined) ? 1 : 0;
    return count * value.weight;
}

std::optional<double> Oracle::match_row(const std::string& field,
                                        const Row& row,
                                        std::size_t at) const {
    const auto count = [&](const std::string& in) {
        double sum = 0;
        for (const Value& value : values_[at].find(in)->second) sum += occurrences(row, value);
        return sum;
    };
    if (count(field) == 0) return std::nullopt;
    const std::string ranked_in = field == "body" ? "" : field;
    double weight = 0;
    for (const Terms& place : row) weight += rarity(ranked_in, place);
    return weight * saturated(count(ranked_in), at);
}

Oracle::Terms Oracle::widened(const Word& word, const std::string& part) {
    Terms terms{part};
    if (word.prefix) {
        for (const std::string& term : vocabulary_[word.field == "body" ? "" : word.field]) {
            if (term.starts_with(part)) terms.insert(term);
        }
        return terms;
    }
    const auto known = widened_.find(part);
    const bool of_text = word.field.empty() || word.field == "title" || word.field == "body";
    if (word.exact || !of_text || !may_be_stemmed(part)) return terms;
    if (known != widened_.end()) return known->second;
    for (std::size_t i = 0; i < Stemmer::languages().size(); ++i) {
        const auto forms = forms_.find(stemmer_.key(part, static_cast<int>(i)));
        if (forms != forms_.end()) terms.insert(forms->second.begin(), forms->second.end());
    }
    return widened_[part] = terms;
}

double Oracle::rarity(const std::string& field, const Terms& terms) const {
    double with = 0;
    for (const std::string& term : terms) {
        const auto found = articles_with_.find({field, term});
        if (found != articles_with_.end()) with += found->second;
    }
    const auto articles = static_cast<double>(articles_.size());
    with = std::min(with, articles);
    return std::log(1 + (articles - with + 0.5) / (with + 0.5));
}

double Oracle::saturated(double frequency, std::size_t at) const {
    const double norm = k1 * (1 - b + b * lengths_[at] / mean_length_);
    return frequency * (k1 + 1) / (frequency + norm);
}

}  // namespace lectern
