// A query as text: the tree as tests see it, and the query as one types it.

#include "common/base/utf8.h"
#include "searcher/query/leaf.h"
#include "searcher/query/query.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>

namespace lectern {
namespace {

/// A range as short as it can be said: `2020-09`, `2020-09-03..2020-10-01`, `..2020-10-01`.
std::string range_text(const DayRange& range) {
    const bool begins = range.first != std::numeric_limits<DayNumber>::min();
    const bool ends = range.last != std::numeric_limits<DayNumber>::max();
    const std::string first = begins ? day_text(range.first) : "";
    const std::string last = ends ? day_text(range.last) : "";
    for (const std::size_t size : {4U, 7U, 10U}) {  // YYYY, YYYY-MM, YYYY-MM-DD
        std::string covering = first.substr(0, size);
        if (begins && ends && days_covered(covering) == range) return covering;
    }
    return first + ".." + last;
}

std::string with_field(const std::string& field, const std::string& text) {
    return field.empty() ? text : field + ':' + text;
}

/// `(name text)`.
std::string node(std::string_view name, const std::string& text) {
    return std::string{"("}.append(name).append(" ").append(text).append(")");
}

std::string in_parentheses(const std::string& text) {
    return std::string{"("}.append(text).append(")");
}

struct TreeText {
    std::string operator()(const Everything&) const { return "*"; }

    std::string operator()(const Word& word) const {
        const std::string quotes = in_quotes(word.text);
        return with_field(word.field,
                          (word.exact ? '=' + quotes : quotes) + (word.prefix ? "*" : ""));
    }

    std::string operator()(const Phrase& phrase) const {
        return node("phrase", with_field(phrase.field, in_quotes(phrase.text)));
    }

    std::string operator()(const Days& days) const {
        return node("days", with_field(days.field, range_text(days.range)));
    }

    std::string operator()(const Missing& missing) const { return node("missing", missing.field); }

    std::string operator()(const And& both) const { return list("and", both.all); }

    std::string operator()(const Or& either) const { return list("or", either.any); }

    std::string operator()(const Not& negative) const { return list("not", negative.out); }

private:
    static std::string in_quotes(std::string_view text) {
        std::string escaped{'"'};
        for (const char c : text) {
            if (c == '"' || c == '\\') escaped += '\\';
            escaped += c;
        }
        return escaped + '"';
    }

    static std::string list(std::string_view name, const std::vector<Query>& parts) {
        std::vector<std::string> texts;
        std::transform(parts.begin(), parts.end(), std::back_inserter(texts), tree_text);
        return node(name, join(texts, " "));
    }
};

/// What a part of a query stands in; decides whether it needs parentheses.
enum class Within : std::uint8_t { Alone, InAnd, InOr, InNot };

std::string text_in(Within within, const Query& query);

/// In the marks that the phrase does not hold itself; where it holds all, without its own.
std::string phrase_text(std::string_view phrase) {
    struct Marks {
        std::string_view open;
        std::string_view close;
    };

    constexpr auto all = std::to_array<Marks>(
        {{"\"", "\""}, {"“", "”"}, {"«", "»"}, {"»", "«"}, {"「", "」"}, {"『", "』"}});
    for (const auto& [open, close] : all) {
        if (phrase.find(close) != std::string_view::npos) continue;
        return std::string{open}.append(phrase).append(close);
    }
    std::string text{phrase};
    std::replace(text.begin(), text.end(), '"', ' ');
    return std::string{"\""}.append(text) + '"';
}

struct TypedText {
    Within within;

    std::string operator()(const Everything&) const { return "*"; }

    std::string operator()(const Word& word) const {
        if (reads_back(word)) return word_text(word);
        return with_field(word.field, phrase_text(word.text));
    }

    std::string operator()(const Phrase& phrase) const {
        return with_field(phrase.field, phrase_text(phrase.text));
    }

    std::string operator()(const Days& days) const {
        return with_field(days.field, range_text(days.range));
    }

    std::string operator()(const Missing& missing) const { return missing.field + ":none"; }

    std::string operator()(const And& both) const {
        std::string text;
        for (const Query& part : both.all) {
            if (&part == &both.all.front() && is_understood(both)) continue;
            if (!text.empty()) text += ' ';
            text += text_in(Within::InAnd, part);
        }
        return within == Within::Alone || within == Within::InOr ? text : in_parentheses(text);
    }

    std::string operator()(const Or& either) const {
        std::string text;
        for (const Query& part : either.any) {
            if (!text.empty()) text += " OR ";
            text += text_in(Within::InOr, part);
        }
        return within == Within::Alone ? text : in_parentheses(text);
    }

    std::string operator()(const Not& negative) const {
        const Query& out = negative.out.front();
        if (const auto* const missing = std::get_if<Missing>(&out.node))
            return missing->field + ":*";
        return std::string{"NOT "}.append(text_in(Within::InNot, out));
    }

private:
    /// Whether the Everything that the And begins with is put there by the parser anyway: it has
    /// but negatives, and more than one unless it is the whole query.
    bool is_understood(const And& both) const {
        const bool negatives =
            std::holds_alternative<Everything>(both.all.front().node) &&
            std::all_of(both.all.begin() + 1, both.all.end(),
                        [](const Query& part) { return std::holds_alternative<Not>(part.node); });
        return negatives && (within == Within::Alone || both.all.size() > 2);
    }
};

std::string text_in(Within within, const Query& query) {
    return std::visit(TypedText{within}, query.node);
}

}  // namespace

std::string tree_text(const Query& query) {
    return std::visit(TreeText{}, query.node);
}

std::string query_text(const Query& query) {
    return text_in(Within::Alone, query);
}

}  // namespace lectern
