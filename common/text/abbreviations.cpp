#include "common/text/abbreviations.h"

#include "common/base/strings.h"

#include <algorithm>
#include <array>
#include <string>

namespace lectern {
namespace {

constexpr auto titles = std::to_array<std::string_view>(
    {"adm",  "amb", "atty", "brig", "capt",   "cdr",  "cmdr",  "col",  "comdr", "cpl",
     "cpt",  "dr",  "drs",  "fr",   "gen",    "gens", "gov",   "govs", "hon",   "insp",
     "lt",   "ltc", "lts",  "maj",  "messrs", "mlle", "mme",   "mr",   "mrs",   "ms",
     "msgr", "mx",  "pfc",  "ph",   "pres",   "prof", "profs", "pvt",  "rep",   "reps",
     "rev",  "sen", "sens", "sgt",  "spc",    "supt"});

constexpr auto numberings =
    std::to_array<std::string_view>({"art", "arts", "ch", "fig", "figs", "no", "nos", "op", "p",
                                     "para", "pp", "res", "sec", "vol"});

constexpr auto loose = std::to_array<std::string_view>(
    {"al",   "approx", "assn", "ave", "blvd", "bros", "ca",   "cf",  "co",  "corp", "ct",
     "dept", "dist",   "div",  "est", "etc",  "ft",   "inc",  "jr",  "llc", "ltd",  "mt",
     "natl", "rd",     "sq",   "sr",  "st",   "ste",  "univ", "viz", "vs"});

// Words of their own when in lower case.
constexpr auto capitalized = std::to_array<std::string_view>(
    {"jan", "feb",  "mar",  "apr",  "jun",   "jul",  "aug",  "sep",  "sept", "oct",  "nov",
     "dec", "ala",  "ariz", "ark",  "calif", "colo", "conn", "del",  "fla",  "ga",   "ill",
     "ind", "kan",  "ky",   "mass", "md",    "mich", "minn", "miss", "mo",   "mont", "neb",
     "nev", "okla", "ore",  "pa",   "tenn",  "tex",  "va",   "vt",   "wash", "wis",  "wyo"});

constexpr auto beginnings = std::to_array<std::string_view>(
    {"a",      "after", "all",     "also",   "although", "an",        "and",     "as",
     "asked",  "at",    "because", "before", "both",     "but",       "by",      "despite",
     "during", "each",  "earlier", "for",    "from",     "he",        "her",     "here",
     "his",    "how",   "however", "i",      "if",       "in",        "instead", "is",
     "it",     "its",   "last",    "later",  "many",     "meanwhile", "more",    "most",
     "my",     "no",    "not",     "now",    "on",       "one",       "or",      "our",
     "she",    "since", "so",      "some",   "such",     "that",      "the",     "their",
     "then",   "there", "these",   "they",   "this",     "those",     "though",  "thus",
     "to",     "today", "under",   "until",  "we",       "what",      "when",    "where",
     "while",  "who",   "why",     "with",   "yet",      "you"});

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// `U.S`, `a.m`, `J`: letters that stand alone.
bool is_initials(std::string_view word) {
    for (std::size_t at = 0; at < word.size(); ++at) {
        if (at % 2 == 0 ? !is_letter(word[at]) : word[at] != '.') return false;
    }
    return word.size() % 2 == 1;
}

}  // namespace

Abbreviation abbreviation(std::string_view word) {
    const std::string lower = ascii_lower(word);
    if (is_initials(word)) {
        if (word.size() > 1) return Abbreviation::Loose;
        if (is_upper(word.front()) && word != "I") return Abbreviation::Title;
    }
    if (lower == "ph.d" || holds(loose, lower)) return Abbreviation::Loose;
    if (holds(capitalized, lower) && is_upper(word.front())) return Abbreviation::Loose;
    if (holds(titles, lower)) return Abbreviation::Title;
    return holds(numberings, lower) ? Abbreviation::Numbering : Abbreviation::None;
}

bool begins_sentences(std::string_view word) {
    return !word.empty() && is_upper(word.front()) && holds(beginnings, ascii_lower(word));
}

}  // namespace lectern
