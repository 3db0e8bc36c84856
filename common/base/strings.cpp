#include "common/base/strings.h"

#include <algorithm>
#include <numeric>

namespace lectern {

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    while (true) {
        const std::size_t end = text.find(separator, begin);
        parts.push_back(text.substr(begin, end - begin));
        if (end == std::string_view::npos) return parts;
        begin = end + 1;
    }
}

std::string ascii_lower(std::string_view text) {
    std::string lower{text};
    for (char& c : lower) {
        if (is_upper(c)) c = static_cast<char>(c + ('a' - 'A'));
    }
    return lower;
}

bool same_ignoring_case(std::string_view left, std::string_view right) {
    return left.size() == right.size() && ascii_lower(left) == ascii_lower(right);
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
    std::string joined;
    for (const std::string& part : parts) {
        if (&part != &parts.front()) joined += between;
        joined += part;
    }
    return joined;
}

std::string with_thousands(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

std::size_t edit_distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t replaced = diagonal + (left[i] == right[j] ? 0U : 1U);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, replaced});
        }
    }
    return row.back();
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
    std::string_view best;
    std::size_t fewest = word.size() / 3 + 2;
    for (const std::string_view candidate : candidates) {
        const bool begins = word.size() >= 3 && candidate.substr(0, word.size()) == word;
        const std::size_t edits = begins ? 1 : edit_distance(word, candidate);
        if (edits < fewest) {
            fewest = edits;
            best = candidate;
        }
    }
    return best;
}

}  // namespace lectern
