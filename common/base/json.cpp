#include "common/base/json.h"

#include "common/base/strings.h"
#include "common/base/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>
#include <utility>

namespace lectern {
namespace {

/// Objects with more members than this find double names by hash rather than by looking at each.
constexpr std::size_t many_members = 16;

/// Bytes that may stand for themselves inside a string, and need no second look.
constexpr auto plain = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0x20; c < 0x80; ++c) table[c] = c != '"' && c != '\\';
    return table;
}();

bool is_plain(char c) {
    return plain[static_cast<unsigned char>(c)];
}

/// -1 if `c` is no hexadecimal digit.
int hex_value(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string with_valid_utf8(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        at += character.bytes;
        append_utf8(valid, character.code);
    }
    return valid;
}

/// Adds a member in the order of appearance; a name seen before gets the new value.
class Members {
public:
    explicit Members(Json::object_t::Container& object) : object_{object} {}

    void add(std::string&& name, Json&& value) {
        if (Json* const known = find(name)) {
            *known = std::move(value);
            return;
        }
        if (object_.size() >= many_members) places_.emplace(name, object_.size());
        object_.emplace_back(std::move(name), std::move(value));
    }

private:
    Json* find(const std::string& name) {
        for (std::size_t i = 0; i < std::min(object_.size(), many_members); ++i) {
            if (object_[i].first == name) return &object_[i].second;
        }
        const auto place = places_.find(name);
        return place == places_.end() ? nullptr : &object_[place->second].second;
    }

    Json::object_t::Container& object_;
    std::unordered_map<std::string, std::size_t> places_;
};

/// One reading of one text, by recursive descent. Every function returns false, with `problem_`
/// set, as soon as the text is not JSON.
class Reading {
public:
    Reading(std::string_view text, std::size_t depth_limit)
        : text_{text}, depth_limit_{depth_limit} {}

    ParsedJson document() {
        ParsedJson parsed;
        Json json;
        skip_space();
        const bool read = value(json, 0) && at_end();
        parsed.repaired = repaired_;
        if (read) {
            parsed.value = std::move(json);
        } else {
            parsed.problem =
                "not JSON: " + std::string{problem_} + " at byte " + std::to_string(at_ + 1);
        }
        return parsed;
    }

private:
    bool at_end() {
        skip_space();
        return at_ == text_.size() || fail("unexpected text after the value");
    }

    bool fail(std::string_view problem) {
        problem_ = problem;
        return false;
    }

    bool unexpected() {
        return fail(at_ >= text_.size() ? "unexpected end of input" : "unexpected character");
    }

    void skip_space() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' ||
                                      text_[at_] == '\n' || text_[at_] == '\r')) {
            ++at_;
        }
    }

    /// Steps over `c` if it comes next.
    bool accept(char c) {
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    bool value(Json& json, std::size_t depth) {
        if (at_ >= text_.size()) return unexpected();
        if (++values_ > max_json_values) return fail("too many values");
        switch (text_[at_]) {
            case '{':
                return depth < depth_limit_ ? object(json, depth + 1) : too_deep();
            case '[':
                return depth < depth_limit_ ? array(json, depth + 1) : too_deep();
            case '"':
                return string(json);
            case 't':
                return word("true", json, true);
            case 'f':
                return word("false", json, false);
            case 'n':
                return word("null", json, nullptr);
            default:
                return number(json);
        }
    }

    bool too_deep() { return fail("nested too deeply"); }

    bool object(Json& json, std::size_t depth) {
        json = Json::object();
        Members members{json.get_ref<Json::object_t&>()};
        ++at_;
        skip_space();
        if (accept('}')) return true;
        while (true) {
            std::string name;
            Json member;
            if (!characters(name)) return false;
            skip_space();
            if (!accept(':')) return unexpected();
            skip_space();
            if (!value(member, depth)) return false;
            members.add(std::move(name), std::move(member));
            skip_space();
            if (accept('}')) return true;
            if (!accept(',')) return unexpected();
            skip_space();
        }
    }

    bool array(Json& json, std::size_t depth) {
        json = Json::array();
        auto& elements = json.get_ref<Json::array_t&>();
        ++at_;
        skip_space();
        if (accept(']')) return true;
        while (true) {
            if (!value(elements.emplace_back(), depth)) return false;
            skip_space();
            if (accept(']')) return true;
            if (!accept(',')) return unexpected();
            skip_space();
        }
    }

    bool string(Json& json) {
        json = std::string{};
        return characters(json.get_ref<std::string&>());
    }

    /// A quoted string, without its quotes and escapes.
    bool characters(std::string& string) {
        if (!accept('"')) return unexpected();
        bool ascii = true;
        while (true) {
            const std::size_t begin = at_;
            while (at_ < text_.size() && (is_plain(text_[at_]) || !is_ascii(text_[at_]))) {
                ascii = ascii && is_ascii(text_[at_]);
                ++at_;
            }
            string.append(text_, begin, at_ - begin);
            if (accept('"')) break;
            if (at_ < text_.size() && text_[at_] != '\\')
                return fail("control character in a string");
            if (!accept('\\')) return unexpected();
            if (!escape(string)) return false;
        }
        if (!ascii && !is_valid_utf8(string)) {
            string = with_valid_utf8(string);
            repaired_ = true;
        }
        return true;
    }

    bool escape(std::string& string) {
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        if (at_ >= text_.size()) return unexpected();
        if (accept('u')) return unicode_escape(string);
        const std::size_t which = letters.find(text_[at_]);
        if (which == std::string_view::npos) return fail("unknown escape in a string");
        ++at_;
        string += meanings[which];
        return true;
    }

    bool unicode_escape(std::string& string) {
        const int first = four_digits();
        if (first < 0) return unexpected();
        auto code = static_cast<char32_t>(first);
        const bool high = code >= 0xD800 && code < 0xDC00;
        if (high && text_.substr(at_, 2) == "\\u") {
            const std::size_t before = at_;
            at_ += 2;
            const int second = four_digits();
            if (second >= 0xDC00 && second < 0xE000) {
                code = 0x10000 + ((code - 0xD800) << 10U) + static_cast<char32_t>(second - 0xDC00);
            } else {
                at_ = before;
            }
        }
        repaired_ = repaired_ || (code >= 0xD800 && code < 0xE000);
        append_utf8(string, code);
        return true;
    }

    /// The number of the next four hexadecimal digits; -1 if there are no four.
    int four_digits() {
        if (text_.size() - at_ < 4) {
            at_ = text_.size();
            return -1;
        }
        int number = 0;
        for (int i = 0; i < 4; ++i, ++at_) {
            const int digit = hex_value(text_[at_]);
            if (digit < 0) return -1;
            number = number * 16 + digit;
        }
        return number;
    }

    template <typename Value>
    bool word(std::string_view spelling, Json& json, Value meaning) {
        for (const char c : spelling) {
            if (!accept(c)) return unexpected();
        }
        json = meaning;
        return true;
    }

    bool digits() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
        return at_ > begin || unexpected();
    }

    bool number(Json& json) {
        const std::size_t begin = at_;
        const bool negative = accept('-');
        if (!accept('0') && !digits()) return false;
        bool whole = true;
        if (accept('.')) {
            whole = false;
            if (!digits()) return false;
        }
        if (accept('e') || accept('E')) {
            whole = false;
            if (!accept('+')) accept('-');
            if (!digits()) return false;
        }
        const std::string_view spelling = text_.substr(begin, at_ - begin);
        if (whole &&
            (negative ? fits<std::int64_t>(spelling, json) : fits<std::uint64_t>(spelling, json))) {
            return true;
        }
        return floating(spelling, json);
    }

    template <typename Integer>
    static bool fits(std::string_view spelling, Json& json) {
        Integer integer{};
        const auto* const end = spelling.data() + spelling.size();
        if (std::from_chars(spelling.data(), end, integer).ec != std::errc{}) return false;
        json = integer;
        return true;
    }

    bool floating(std::string_view spelling, Json& json) {
        double number = 0;
        const auto* const end = spelling.data() + spelling.size();
        const auto result = std::from_chars(spelling.data(), end, number);
        if (result.ec == std::errc::result_out_of_range) {
            // Too small is as good as nothing; too large has no place in JSON's numbers.
            const std::size_t exponent = spelling.find_first_of("eE");
            const bool tiny =
                exponent != std::string_view::npos && spelling.substr(exponent + 1, 1) == "-";
            if (!tiny) return fail("number out of range");
            number = 0;
        }
        json = number;
        return true;
    }

    std::string_view text_;
    std::size_t depth_limit_;
    std::size_t at_{0};
    std::size_t values_{0};
    std::string_view problem_;
    bool repaired_{false};
};

}  // namespace

ParsedJson parse_json(std::string_view text, std::size_t depth_limit) {
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    return Reading{text, depth_limit}.document();
}

std::string json_text(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace lectern
