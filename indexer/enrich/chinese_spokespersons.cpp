// ORG[新闻]发言人NAME[（Latin name）][RANK], where what follows tells that the name has ended:
//
//   国防部新闻发言人谭克非大校    外交部发言人华春莹表示    能源部发言人帕维尔·奥斯滕（Pavel
//   Osten）9日说

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "indexer/enrich/spokespersons.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace lectern {
namespace {

constexpr std::size_t longest_organization = 20;  ///< characters
constexpr std::size_t longest_part = 6;           ///< characters of a part of a transliterated name
constexpr std::size_t longest_name = 80;          ///< bytes of a transliterated name
constexpr std::size_t longest_aside = 60;         ///< bytes in the brackets after a name

using List = std::span<const std::string_view>;

/// Surnames, simplified and traditional, common enough to tell a name by.
constexpr std::u32string_view surnames =
    U"赵趙钱錢孙孫李周吴吳郑鄭王冯馮陈陳褚卫衛蒋蔣沈韩韓杨楊朱秦尤许許何吕呂施张張孔曹严嚴华華金魏"
    U"陶姜"
    U"戚谢謝邹鄒喻柏水窦竇章云苏蘇潘葛奚范彭郎鲁魯韦韋昌马馬苗凤鳳花方俞任袁柳酆鲍鮑史唐费費廉岑薛"
    U"雷"
    U"贺賀倪汤湯滕殷罗羅毕畢郝邬鄔安常乐樂于傅皮卞齐齊康伍余元卜顾顧孟平黄黃穆萧蕭肖尹姚邵湛汪祁毛"
    U"禹"
    U"狄米贝貝明臧计計伏成戴宋茅庞龐熊纪紀舒屈项項祝董梁杜阮蓝藍闵閔席季麻强強贾賈路娄婁危江童颜顏"
    U"郭"
    U"梅盛林刁钟鍾徐邱骆駱高夏蔡田樊胡凌霍虞万萬支柯管卢盧莫房裘缪繆解应應宗丁宣邓鄧郁单單杭洪包诸"
    U"諸"
    U"左石崔吉龚龔程邢裴陆陸荣榮翁荀羊惠甄曲封储儲靳段焦巴弓牧车車侯宁寧仇甘厉厲武符刘劉景詹龙龍叶"
    U"葉"
    U"司黎薄白怀懷蒲从索赖賴卓蔺藺蒙池乔喬阴陰闻聞党翟谭譚贡貢劳勞姬申冉桑桂牛边邊燕尚温溫庄莊柴阎"
    U"閻"
    U"连連习習艾鱼魚容向古易慎戈廖终居衡步都耿满滿匡国國文寇广廣东東欧歐利越隆师師巩鞏聂聶辛简簡饶"
    U"饒"
    U"曾沙关關查红紅游竺权權盖蓋公岳帅帥况佟佘佴仲哈谯年爱阳佟";

/// What may come right after a name.
constexpr auto followers = std::to_array<std::string_view>(
    {"说",   "說",   "表示", "称",   "稱",   "指出", "强调", "強調", "回应", "回應", "宣布", "宣佈",
     "答",   "介绍", "介紹", "通报", "通報", "告诉", "告訴", "在",   "就",   "对",   "對",   "今天",
     "今日", "昨",   "明天", "明日", "周",   "週",   "星期", "当",   "當",   "于",   "於",   "上午",
     "下午", "晚",   "凌晨", "透露", "证实", "證實", "主持", "回答", "发布", "發布", "随后", "隨後",
     "则",   "則",   "也",   "还",   "還",   "并",   "曾",   "已",   "再次", "再",   "重申", "否认",
     "否認", "呼吁", "呼籲", "批评", "批評", "谴责", "譴責", "同时", "同時", "日前", "近日", "此前",
     "向",   "和",   "与",   "與",   "的",   "为",   "為",   "出席", "举行", "舉行", "接受", "说明",
     "說明", "解释", "解釋", "承认", "承認", "警告", "坦言", "反问", "反問", "提醒", "认为", "認為",
     "发表", "發表", "发文", "在会", "是",   "又",   "没有", "沒有", "拒绝", "拒絕", "感谢", "驳斥",
     "敦促", "补充", "補充", "作",   "确认", "確認", "笑",   "应询", "應詢", "书面"});

constexpr auto compound_surnames = std::to_array<std::string_view>(
    {"欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "慕容",
     "令狐", "尉迟", "尉遲", "皇甫", "公孙", "公孫", "司徒", "东方",
     "東方", "独孤", "夏侯", "端木", "长孙", "宇文", "闻人", "澹台"});

constexpr auto roles =
    std::to_array<std::string_view>({"发言人", "發言人", "新闻秘书", "新聞秘書"});

/// What organizations are called when the reader knows which.
constexpr auto anaphoric = std::to_array<std::string_view>(
    {"联盟", "聯盟", "公司", "集团", "集團", "该部", "該部", "该机构", "机构", "部门", "该国",
     "委员会", "该公司", "有关部门", "官方", "相关部门", "该局", "该行", "秘书处"});

constexpr auto ranks = std::to_array<std::string_view>(
    {"大校", "上校", "中校", "少校", "大尉", "上尉", "中尉", "少尉", "上将", "上將", "中将",
     "中將", "少将", "少將", "准将", "準將", "上士", "博士", "教授", "警监", "警監"});

constexpr auto courtesies =
    std::to_array<std::string_view>({"先生", "女士", "小姐", "同志", "司长", "司長"});

/// Words that begin as a name might, or stand where one might.
constexpr auto no_names = std::to_array<std::string_view>(
    {"记者", "記者", "媒体", "媒體", "外界", "办公", "辦公", "制度", "应当", "應當", "应该", "任命",
     "时间", "時間", "高度", "东部", "国家", "国际", "公开", "公布", "公室", "明确", "对此", "向本",
     "单位", "强调", "連日", "连日", "从",   "曾",   "都",   "年",   "广东", "成为"});

/// Characters that end what stands before an organization, and words they do not end.
struct Border {
    std::string_view text;
    std::string_view not_in;  ///< no border where it is part of this
};

constexpr auto borders = std::to_array<Border>(
    {{"由", "自由"},   {"据", "数据"}, {"據", "數據"}, {"对", "对外"}, {"對", "對外"},
     {"向", ""},       {"和", "共和"}, {"与", ""},     {"與", ""},     {"及", "埃及"},
     {"是", ""},       {"的", ""},     {"说", ""},     {"說", ""},     {"称", ""},
     {"稱", ""},       {"请", ""},     {"請", ""},     {"问", ""},     {"問", ""},
     {"日", "日本"},   {"在", ""},     {"让", ""},     {"被", ""},     {"给", ""},
     {"以", "以色列"}, {"讯", "通讯"}, {"电", "电力"}, {"晚", ""},     {"任", "责任"},
     {"表示", ""},     {"记者", ""},   {"名", ""},     {"位", ""},     {"而", ""},
     {"此前", ""},     {"今天", ""},   {"昨天", ""},   {"随后", ""},   {"访", ""},
     {"担任", ""},     {"當", ""},     {"当", ""},     {"年", "青年"}, {"月", ""}});

bool begins_with(std::string_view text, std::string_view beginning) {
    return text.substr(0, beginning.size()) == beginning;
}

/// The one of `list` that `text` begins with; empty if none.
std::string_view first_of(std::string_view text, List list) {
    const auto found = std::find_if(list.begin(), list.end(), [text](std::string_view word) {
        return begins_with(text, word);
    });
    return found == list.end() ? std::string_view{} : *found;
}

bool is_han(char32_t code) {
    return (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3400 && code <= 0x4DBF);
}

bool is_surname(char32_t code) {
    return surnames.find(code) != std::u32string_view::npos;
}

/// Whether a name may have ended before `text`.
bool may_follow_name(std::string_view text) {
    const Character next = character_at(text, 0);
    if (next.bytes == 0 || !is_han(next.code))
        return next.code != U'·' && next.code != U'・' && next.code != '-';
    return !first_of(text, followers).empty() || !first_of(text, ranks).empty() ||
           !first_of(text, courtesies).empty();
}

/// The bytes of the first `count` characters if all are Chinese; else 0.
std::size_t han_bytes(std::string_view text, std::size_t count) {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const Character character = character_at(text, bytes);
        if (!is_han(character.code)) return 0;
        bytes += character.bytes;
    }
    return bytes;
}

/// The bytes of the transliterated name, with `·` between its parts, that `text` begins with; else
/// 0.
std::size_t transliterated(std::string_view text) {
    std::size_t bytes = 0;
    std::size_t part = 0;
    bool dotted = false;
    while (part <= longest_part && bytes <= longest_name) {
        const Character character = character_at(text, bytes);
        const bool dot =
            character.code == U'·' || character.code == U'・' || character.code == U'•';
        const bool hyphen =
            dotted && part > 0 && (character.code == '-' || character.code == U'－');
        const bool ended = dotted && part > 1 && may_follow_name(text.substr(bytes));
        if (ended || !(dot || hyphen || is_han(character.code))) break;
        if (dot && part == 0) return 0;
        part = dot || hyphen ? 0 : part + 1;
        dotted = dotted || dot;
        bytes += character.bytes;
    }
    const bool whole = part > 0 && part <= longest_part && bytes <= longest_name;
    return dotted && whole ? bytes : 0;
}

/// Whether `name` is one, as far as its characters tell: a verb after a shorter name is none.
bool is_likely_name(std::string_view name, bool shorter_fits) {
    constexpr auto verbs =
        std::to_array<std::string_view>({"说", "說", "称", "稱", "在", "就", "对", "對", "答", "于",
                                         "於", "的", "是", "也", "还", "還"});
    constexpr auto impossible = std::to_array<std::string_view>({"记者", "記者", "媒体", "媒體"});
    const bool verb = std::any_of(verbs.begin(), verbs.end(), [name](std::string_view one) {
        return name.substr(name.size() - one.size()) == one;
    });
    const bool odd = std::any_of(
        impossible.begin(), impossible.end(),
        [name](std::string_view one) { return name.find(one) != std::string_view::npos; });
    return !odd && !(verb && shorter_fits);
}

/// The bytes of a Chinese name of two or three characters, one more after a surname of two; 0 if
/// there is none for sure.
std::size_t chinese_name(std::string_view text) {
    if (!is_surname(character_at(text, 0).code) || !first_of(text, no_names).empty()) return 0;
    const std::size_t shortest = first_of(text, compound_surnames).empty() ? 2 : 3;
    const std::size_t shorter = han_bytes(text, shortest);
    const bool shorter_fits = shorter > 0 && may_follow_name(text.substr(shorter));
    const std::size_t longer = han_bytes(text, shortest + 1);
    const bool longer_fits = longer > 0 && may_follow_name(text.substr(longer));
    if (longer_fits && is_likely_name(text.substr(0, longer), shorter_fits)) return longer;
    return shorter_fits && is_likely_name(text.substr(0, shorter), false) ? shorter : 0;
}

/// Moves `text` behind brackets and what is in them.
void skip_aside(std::string_view& text) {
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
        if (!begins_with(text, open)) continue;
        const std::size_t end = text.substr(0, longest_aside).find(close);
        if (end != std::string_view::npos) text.remove_prefix(end + close.size());
        return;
    }
}

/// The last character of `text`; U+FFFD for an empty one.
Character last_of(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0U) == 0x80U) --at;
    return at == 0 ? Character{} : character_at(text, at - 1);
}

/// Where a border ends in `run`, nearest to its end; 0 if it has none.
std::size_t after_last_border(std::string_view run) {
    std::size_t begin = 0;
    for (const Border& border : borders) {
        for (std::size_t at = run.rfind(border.text); at != std::string_view::npos;
             at = at == 0 ? std::string_view::npos : run.rfind(border.text, at - 1)) {
            const std::size_t shift = border.not_in.find(border.text);
            const bool part_of_word = !border.not_in.empty() && at >= shift &&
                                      begins_with(run.substr(at - shift), border.not_in);
            if (part_of_word) continue;
            begin = std::max(begin, at + border.text.size());
            break;
        }
    }
    return begin;
}

/// The organization whose name `text` ends with; empty if there is none.
std::string_view organization_before(std::string_view text) {
    std::size_t bytes = 0;
    for (std::size_t count = 0; count < longest_organization; ++count) {
        const Character character = last_of(text.substr(0, text.size() - bytes));
        if (!is_han(character.code)) break;
        bytes += character.bytes;
    }
    const std::string_view run = text.substr(text.size() - bytes);
    const std::string_view name = run.substr(after_last_border(run));
    const bool unclear = std::find(anaphoric.begin(), anaphoric.end(), name) != anaphoric.end();
    return name.size() >= 6 && !unclear ? name : std::string_view{};
}

/// Cuts `ending` off `text`, if it is there.
bool cut_ending(std::string_view& text, std::string_view ending) {
    if (text.size() < ending.size() || text.substr(text.size() - ending.size()) != ending)
        return false;
    text.remove_suffix(ending.size());
    return true;
}

}  // namespace

Spokesperson chinese_spokesperson(std::string_view text, std::size_t at) {
    const std::string_view role = first_of(text.substr(at), roles);
    std::string_view after = text.substr(at + role.size());
    std::string_view before = text.substr(0, at);
    std::size_t name = transliterated(after);
    if (name == 0) name = chinese_name(after);
    if (name == 0) return {};
    Spokesperson person;
    person.name = after.substr(0, name);
    after.remove_prefix(name);
    skip_aside(after);
    person.rank = first_of(after, ranks);
    person.role = role;
    for (const std::string_view modifier : {"新闻", "新聞", "首席", "副", "代理"}) {
        if (cut_ending(before, modifier)) person.role = std::string{modifier} + person.role;
    }
    for (const std::string_view former : {"前", "原", "时任"}) {
        if (cut_ending(before, former)) return {};
    }
    person.organization = organization_before(before);
    return person;
}

}  // namespace lectern
