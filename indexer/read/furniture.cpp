#include "indexer/read/furniture.h"

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "indexer/read/prose.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace lectern {
namespace {

constexpr std::size_t widest_furniture = 80;  ///< columns; wider with a sentence end is prose
constexpr std::size_t widest_legal_line = 400;

using Words = std::span<const std::string_view>;

/// Headings of lists of links: what follows is furniture as long as it is short lines.
constexpr auto list_headings = std::to_array<std::string_view>({"related news",
                                                                "related articles",
                                                                "related stories",
                                                                "related coverage",
                                                                "related content",
                                                                "related topics",
                                                                "related",
                                                                "read more",
                                                                "read next",
                                                                "read also",
                                                                "more news",
                                                                "more stories",
                                                                "more on this story",
                                                                "more from",
                                                                "most read",
                                                                "most popular",
                                                                "you may also like",
                                                                "you might also like",
                                                                "recommended",
                                                                "recommended for you",
                                                                "trending",
                                                                "also in the news",
                                                                "相关新闻",
                                                                "相关阅读",
                                                                "相关链接",
                                                                "相关报道",
                                                                "相關新聞",
                                                                "相關閱讀",
                                                                "延伸阅读",
                                                                "延伸閱讀",
                                                                "推荐阅读",
                                                                "热门推荐",
                                                                "热门新闻",
                                                                "更多新闻",
                                                                "猜你喜欢",
                                                                "点击排行"});

/// What a line of furniture begins with.
constexpr auto beginnings =
    std::to_array<std::string_view>({"share this",    "share on",        "share:",
                                     "subscribe ",    "sign up for",     "follow us",
                                     "follow @",      "editor: ",        "editors: ",
                                     "(editor: ",     "(editors: ",      "edited by",
                                     "web editor: ",  "source: ",        "source link",
                                     "tags:",         "keywords:",       "topics:",
                                     "filed under:",  "click here",      "download our app",
                                     "download the ", "leave a comment", "comments (",
                                     "print this",    "email this",      "contact us",
                                     "责任编辑",      "（责任编辑",      "(责任编辑",
                                     "責任編輯",      "（責任編輯",      "责编",
                                     "（责编",        "编辑：",          "编辑:",
                                     "（编辑",        "(编辑",           "編輯：",
                                     "（編輯",        "校对：",          "审核：",
                                     "来源：",        "（来源",          "稿源：",
                                     "分享到",        "分享至",          "扫一扫",
                                     "扫码",          "扫描二维码",      "掃一掃",
                                     "【打印】",      "【关闭",          "打印本页",
                                     "关注我们",      "下载客户端",      "原标题：",
                                     "关键词：",      "标签："});

/// Furniture that is the whole line.
constexpr auto whole_lines = std::to_array<std::string_view>(
    {"advertisement", "print",  "email", "share",  "comments", "subscribe", "back to top",
     "ends",          "end",    "(end)", "-30-",   "- 30 -",   "###",       "***",
     "* * *",         "（完）", "(完)",  "【完】", "打印",     "分享",      "收藏"});

constexpr auto legal_beginnings =
    std::to_array<std::string_view>({"copyright", "©", "(c) ", "all rights reserved", "版权所有",
                                     "版權所有", "版权声明", "未经授权", "未經授權", "免责声明"});

bool begins_with(std::string_view text, std::string_view beginning) {
    return text.substr(0, beginning.size()) == beginning;
}

bool begins_with_any(std::string_view text, Words words) {
    return std::any_of(words.begin(), words.end(),
                       [text](std::string_view word) { return begins_with(text, word); });
}

/// `【相关新闻】` and `Related News:` as `相关新闻` and `related news`.
std::string bare(std::string_view line) {
    std::string lower = ascii_lower(trim_blanks(line));
    std::string_view text = lower;
    for (const std::string_view open : {"【", "[", "■", ">>", "»", "》"}) {
        if (begins_with(text, open)) text.remove_prefix(open.size());
    }
    for (const std::string_view close : {":", "：", "】", "]", ">>", "»", "...", "…"}) {
        const bool ends =
            text.size() >= close.size() && text.substr(text.size() - close.size()) == close;
        if (ends) text.remove_suffix(close.size());
    }
    return std::string{trim_blanks(text)};
}

/// The width of a line as far as it matters here.
std::size_t columns(std::string_view line) {
    return display_width(cut_at_character(line, 4 * widest_legal_line));
}

bool is_prose(std::string_view line) {
    return ends_sentence(line) && columns(line) > widest_furniture;
}

bool is_list_heading(std::string_view line) {
    if (line.size() > widest_furniture) return false;
    const std::string text = bare(line);
    return begins_with(text, "more from ") ||
           std::any_of(
               list_headings.begin(), list_headings.end(), [&text](std::string_view heading) {
                   if (!begins_with(text, heading)) return false;
                   const std::string_view rest = std::string_view{text}.substr(heading.size());
                   return rest.empty() || begins_with(rest, ":") || begins_with(rest, "：");
               });
}

bool is_legal(std::string_view line) {
    if (line.size() > widest_legal_line * 3) return false;
    const std::string text = bare(line);
    const bool reserved = text.find("all rights reserved") != std::string::npos;
    return (begins_with_any(text, legal_beginnings) && text.size() <= widest_furniture * 3) ||
           (reserved && columns(line) <= widest_legal_line);
}

bool is_furniture(std::string_view line) {
    if (is_legal(line) || is_list_heading(line)) return true;
    if (columns(line) > 2 * widest_furniture || is_prose(line)) return false;
    const std::string lower = ascii_lower(trim_blanks(line));
    const std::string text = bare(line);
    return begins_with_any(lower, beginnings) ||
           std::find(whole_lines.begin(), whole_lines.end(), text) != whole_lines.end();
}

/// The number of lines before blank ones at the end.
std::size_t without_blanks(std::span<const std::string_view> lines, std::size_t count) {
    while (count > 0 && lines[count - 1].empty()) --count;
    return count;
}

/// Where the last list heading stands that has nothing but links after it; `count` if there is
/// none.
std::size_t list_begin(std::span<const std::string_view> lines, std::size_t count) {
    constexpr std::size_t longest_list = 60;
    bool same_block = true;
    for (std::size_t at = count; at > 0 && count - at < longest_list; --at) {
        const std::string_view line = lines[at - 1];
        // Any furniture heads the lines right below it, a list's heading also what comes later.
        same_block = same_block && !line.empty();
        if (is_list_heading(line) || (same_block && is_furniture(line))) return at - 1;
        const bool link = columns(line) <= 2 * widest_furniture && !is_prose(line);
        if (!link) return count;
    }
    return count;
}

}  // namespace

std::size_t without_furniture(std::span<const std::string_view> lines) {
    std::size_t count = without_blanks(lines, lines.size());
    while (count > 0) {
        const std::size_t list = list_begin(lines, count);
        std::size_t left = list;
        if (list == count && is_furniture(lines[count - 1])) left = count - 1;
        left = without_blanks(lines, left);
        if (left == count) break;
        count = left;
    }
    return count == 0 ? without_blanks(lines, lines.size()) : count;
}

}  // namespace lectern
