#include "indexer/read/head_piece.h"

#include "common/base/strings.h"
#include "indexer/read/byline.h"
#include "indexer/read/prose.h"

#include <algorithm>
#include <array>
#include <string>

namespace lectern {
namespace {

struct Key {
    std::string_view name;
    HeadPart part;
};

constexpr auto keys = std::to_array<Key>({
    {"title", HeadPart::Title},
    {"headline", HeadPart::Title},
    {"标题", HeadPart::Title},
    {"標題", HeadPart::Title},
    {"outlet", HeadPart::Outlet},
    {"source", HeadPart::Outlet},
    {"publisher", HeadPart::Outlet},
    {"publication", HeadPart::Outlet},
    {"newspaper", HeadPart::Outlet},
    {"来源", HeadPart::Outlet},
    {"來源", HeadPart::Outlet},
    {"稿源", HeadPart::Outlet},
    {"媒体", HeadPart::Outlet},
    {"author", HeadPart::Byline},
    {"authors", HeadPart::Byline},
    {"by", HeadPart::Byline},
    {"byline", HeadPart::Byline},
    {"reporter", HeadPart::Byline},
    {"editor", HeadPart::Byline},
    {"editors", HeadPart::Byline},
    {"作者", HeadPart::Byline},
    {"记者", HeadPart::Byline},
    {"記者", HeadPart::Byline},
    {"编辑", HeadPart::Byline},
    {"责任编辑", HeadPart::Byline},
    {"責任編輯", HeadPart::Byline},
    {"date", HeadPart::Date},
    {"published", HeadPart::Date},
    {"published on", HeadPart::Date},
    {"publication date", HeadPart::Date},
    {"posted", HeadPart::Date},
    {"posted on", HeadPart::Date},
    {"first published", HeadPart::Date},
    {"time", HeadPart::Date},
    {"日期", HeadPart::Date},
    {"时间", HeadPart::Date},
    {"時間", HeadPart::Date},
    {"发布时间", HeadPart::Date},
    {"發布時間", HeadPart::Date},
    {"發佈時間", HeadPart::Date},
    {"发布日期", HeadPart::Date},
    {"发布于", HeadPart::Date},
    {"发表于", HeadPart::Date},
    {"updated", HeadPart::Updated},
    {"last updated", HeadPart::Updated},
    {"updated on", HeadPart::Updated},
    {"更新时间", HeadPart::Updated},
    {"更新于", HeadPart::Updated},
    {"url", HeadPart::Url},
    {"link", HeadPart::Url},
    {"链接", HeadPart::Url},
    {"原文链接", HeadPart::Url},
    {"section", HeadPart::Section},
    {"category", HeadPart::Section},
    {"栏目", HeadPart::Section},
    {"版面", HeadPart::Section},
    {"language", HeadPart::Language},
    {"lang", HeadPart::Language},
    {"语言", HeadPart::Language},
});

bool begins_with(std::string_view text, std::string_view beginning) {
    return text.substr(0, beginning.size()) == beginning;
}

/// A date that a word without a colon precedes: `Published September 24, 2020`.
HeadPiece introduced_date(std::string_view text) {
    const std::string start = ascii_lower(text.substr(0, 28));
    for (const Key& key : keys) {
        const bool date = key.part == HeadPart::Date || key.part == HeadPart::Updated;
        if (!date || !begins_with(start, key.name)) continue;
        const std::string_view rest = trim_blanks(text.substr(key.name.size()));
        if (const auto moment = parse_moment(rest)) return {key.part, rest, false, moment};
    }
    return {HeadPart::Plain, text, false, {}};
}

}  // namespace

HeadPiece keyed_piece(std::string_view text) {
    constexpr std::size_t longest_key = 24;
    const std::string start = ascii_lower(text.substr(0, longest_key + 4));
    for (const Key& key : keys) {
        if (!begins_with(start, key.name)) continue;
        const std::string_view rest = trim_blanks(text.substr(key.name.size()));
        for (const std::string_view colon : {":", "："}) {
            if (begins_with(rest, colon)) {
                return {key.part, trim_blanks(rest.substr(colon.size())), true, {}};
            }
        }
    }
    return {HeadPart::Plain, text, false, {}};
}

HeadPiece piece_of(std::string_view text) {
    text = trim_blanks(text);
    HeadPiece piece = keyed_piece(text);
    if (piece.keyed) {
        if (piece.part == HeadPart::Date || piece.part == HeadPart::Updated) {
            piece.moment = parse_moment(piece.value);
        }
        return piece;
    }
    piece = introduced_date(text);
    if (piece.moment) return piece;
    if (const auto moment = parse_moment(text)) return {HeadPart::Date, text, false, moment};
    if (is_byline(text)) return {HeadPart::Byline, text, false, {}};
    return {HeadPart::Plain, text, false, {}};
}

std::vector<HeadPiece> pieces_of(std::string_view line) {
    constexpr auto separators =
        std::to_array<std::string_view>({" | ", "|", " · ", " • ", "\t", "   ", "\u3000"});
    const HeadPiece whole = piece_of(line);
    if (whole.part == HeadPart::Title || whole.moment) return {whole};
    for (const std::string_view separator : separators) {
        if (line.find(separator) == std::string_view::npos) continue;
        std::vector<HeadPiece> pieces;
        for (std::size_t begin = 0; begin <= line.size();) {
            const std::size_t end = std::min(line.find(separator, begin), line.size());
            const std::string_view part = trim_blanks(line.substr(begin, end - begin));
            if (!part.empty()) pieces.push_back(piece_of(part));
            begin = end + separator.size();
        }
        return pieces;
    }
    return {whole};
}

}  // namespace lectern
