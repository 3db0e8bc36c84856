#include "indexer/enrich/lexicon.h"

#include <functional>

namespace lectern {
namespace {

constexpr auto dotted_words_table = std::to_array<std::string_view>(
    {"adm",  "brig", "capt", "cmdr", "co",     "col", "const", "corp", "cpl",  "cpt",
     "det",  "dr",   "drs",  "esq",  "ft",     "gen", "gov",   "hon",  "inc",  "insp",
     "jr",   "lt",   "ltd",  "maj",  "messrs", "mr",  "mrs",   "ms",   "mt",   "no",
     "prof", "pvt",  "rep",  "rev",  "sen",    "sgt", "sr",    "st",   "supt", "vs"});
static_assert(is_ordered(dotted_words_table));

constexpr auto rank_words_table = std::to_array<std::string_view>(
    {"adm",     "admiral",   "air",      "ambassador", "archbishop", "bishop",
     "brig",    "brigadier", "capt",     "captain",    "cardinal",   "chaplain",
     "chief",   "cmdr",      "col",      "colonel",    "commander",  "commodore",
     "const",   "constable", "corporal", "cpl",        "cpt",        "dame",
     "det",     "detective", "dr",       "father",     "field",      "first",
     "flight",  "fr",        "gen",      "general",    "group",      "imam",
     "insp",    "inspector", "lady",     "lieutenant", "lord",       "lt",
     "lt-col",  "lt-gen",    "maj",      "maj-gen",    "major",      "marshal",
     "officer", "petty",     "prof",     "professor",  "rabbi",      "rear",
     "rev",     "reverend",  "second",   "senior",     "sergeant",   "sgt",
     "sheikh",  "sir",       "sister",   "squadron",   "staff",      "superintendent",
     "supt",    "trooper",   "vice",     "warrant",    "wing"});
static_assert(is_ordered(rank_words_table));

constexpr auto courtesy_words_table =
    std::to_array<std::string_view>({"miss", "mr", "mrs", "ms", "mx", "sir"});
static_assert(is_ordered(courtesy_words_table));

constexpr auto title_words_table =
    std::to_array<std::string_view>({"adviser",      "advisor",        "analyst",
                                     "assistant",    "attorney",       "chairman",
                                     "chairwoman",   "chancellor",     "chief",
                                     "commissioner", "congressman",    "congresswoman",
                                     "counsel",      "delegate",       "deputy",
                                     "director",     "executive",      "gov",
                                     "governor",     "head",           "judge",
                                     "justice",      "leader",         "manager",
                                     "mayor",        "minister",       "officer",
                                     "premier",      "president",      "prosecutor",
                                     "rep",          "representative", "secretary",
                                     "sen",          "senator",        "spokesman",
                                     "spokesperson", "spokeswoman",    "undersecretary",
                                     "vice"});
static_assert(is_ordered(title_words_table));

constexpr auto particle_words_table = std::to_array<std::string_view>(
    {"abu", "al",   "bin", "bint", "da",  "dal", "de",  "del", "della",
     "den", "der",  "di",  "dos",  "du",  "e",   "el",  "ibn", "la",
     "le",  "ould", "st",  "ten",  "ter", "van", "von", "y",   "zu"});
static_assert(is_ordered(particle_words_table));

constexpr auto role_modifiers_table = std::to_array<std::string_view>(
    {"acting", "assistant", "chief", "deputy", "head", "lead", "principal", "senior"});
static_assert(is_ordered(role_modifiers_table));

constexpr auto opening_words_table = std::to_array<std::string_view>({"a", "about", "according", "additionally", "after", "also", "although", "an", "and", "another", "april", "as", "asked", "at", "august", "before", "both", "breaking", "but", "by", "chinese-born", "citing", "correction", "december", "despite", "during", "each", "earlier", "eastern", "even", "every", "exclusive", "february", "finally", "for", "former", "friday", "from", "further", "he", "her", "here", "his", "how", "however", "i", "if", "in", "including", "instead", "it", "its", "january", "july", "june", "last", "later", "like", "many", "march", "meanwhile", "monday", "more", "moreover", "most", "my", "new", "no", "nor", "not", "november", "now", "october", "of", "on", "once", "one", "only", "or", "our", "out", "over", "published", "quoting", "responding", "reuters", "said", "saturday", "says", "separately", "september", "several", "she", "since", "so", "some", "speaking", "still", "such", "sunday", "sunday's", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "though", "through", "thursday", "to", "today", "told", "tomorrow", "tonight", "tuesday", "under", "until", "up", "update", "updated", "we", "wednesday", "what", "when", "where", "whether", "which", "while", "who", "whose", "why", "will", "with", "without", "yes", "yesterday", "yet", "you", "your"});
static_assert(is_ordered(opening_words_table));

constexpr auto no_name_words_table = std::to_array<std::string_view>({"academy",
                                                                      "administration",
                                                                      "affairs",
                                                                      "afp",
                                                                      "agency",
                                                                      "airlines",
                                                                      "airport",
                                                                      "ap",
                                                                      "army",
                                                                      "associated",
                                                                      "association",
                                                                      "authority",
                                                                      "bank",
                                                                      "bbc",
                                                                      "board",
                                                                      "broadcasting",
                                                                      "brothers",
                                                                      "bureau",
                                                                      "campaign",
                                                                      "capital",
                                                                      "center",
                                                                      "centre",
                                                                      "chamber",
                                                                      "church",
                                                                      "city",
                                                                      "club",
                                                                      "cnn",
                                                                      "co",
                                                                      "coalition",
                                                                      "college",
                                                                      "command",
                                                                      "commerce",
                                                                      "commission",
                                                                      "committee",
                                                                      "company",
                                                                      "conference",
                                                                      "congress",
                                                                      "corp",
                                                                      "corporation",
                                                                      "council",
                                                                      "county",
                                                                      "court",
                                                                      "daily",
                                                                      "defence",
                                                                      "defense",
                                                                      "delegation",
                                                                      "democrats",
                                                                      "department",
                                                                      "district",
                                                                      "east",
                                                                      "embassy",
                                                                      "energy",
                                                                      "eu",
                                                                      "federal",
                                                                      "federation",
                                                                      "finance",
                                                                      "force",
                                                                      "forces",
                                                                      "foreign",
                                                                      "foundation",
                                                                      "fund",
                                                                      "gazette",
                                                                      "general",
                                                                      "global",
                                                                      "government",
                                                                      "group",
                                                                      "guard",
                                                                      "herald",
                                                                      "holdings",
                                                                      "hospital",
                                                                      "house",
                                                                      "inc",
                                                                      "industries",
                                                                      "institute",
                                                                      "international",
                                                                      "island",
                                                                      "islands",
                                                                      "journal",
                                                                      "kremlin",
                                                                      "league",
                                                                      "limited",
                                                                      "ltd",
                                                                      "mail",
                                                                      "media",
                                                                      "military",
                                                                      "minister",
                                                                      "ministry",
                                                                      "national",
                                                                      "navy",
                                                                      "nbc",
                                                                      "network",
                                                                      "news",
                                                                      "newspaper",
                                                                      "north",
                                                                      "npr",
                                                                      "oblast",
                                                                      "office",
                                                                      "organisation",
                                                                      "organization",
                                                                      "parliament",
                                                                      "partners",
                                                                      "party",
                                                                      "pentagon",
                                                                      "pictures",
                                                                      "plc",
                                                                      "police",
                                                                      "post",
                                                                      "president",
                                                                      "press",
                                                                      "province",
                                                                      "railway",
                                                                      "region",
                                                                      "reporters",
                                                                      "republic",
                                                                      "republicans",
                                                                      "reuters",
                                                                      "school",
                                                                      "secretariat",
                                                                      "secretary",
                                                                      "senate",
                                                                      "service",
                                                                      "services",
                                                                      "society",
                                                                      "south",
                                                                      "square",
                                                                      "state",
                                                                      "states",
                                                                      "street",
                                                                      "studios",
                                                                      "supreme",
                                                                      "systems",
                                                                      "technologies",
                                                                      "television",
                                                                      "times",
                                                                      "treasury",
                                                                      "tribune",
                                                                      "tv",
                                                                      "uk",
                                                                      "un",
                                                                      "union",
                                                                      "united",
                                                                      "university",
                                                                      "us",
                                                                      "valley",
                                                                      "west",
                                                                      "white",
                                                                      "wire",
                                                                      "workers",
                                                                      "world",
                                                                      "xinhua"});
static_assert(is_ordered(no_name_words_table));

constexpr auto organization_nouns_table = std::to_array<std::string_view>(
    {"administration", "agencies",     "agency",        "airline",
     "airlines",       "alliance",     "army",          "assembly",
     "association",    "attorney",     "authorities",   "authority",
     "ballet",         "bank",         "board",         "body",
     "brigade",        "bureau",       "business",      "cabinet",
     "campaign",       "center",       "centre",        "chain",
     "chamber",        "charity",      "church",        "city",
     "clinic",         "club",         "coalition",     "college",
     "command",        "commission",   "commissioner",  "committee",
     "community",      "companies",    "company",       "conglomerate",
     "congress",       "consortium",   "consulate",     "corporation",
     "council",        "county",       "court",         "delegation",
     "department",     "directorate",  "district",      "division",
     "embassy",        "exchange",     "faction",       "factory",
     "family",         "federation",   "fire",          "firm",
     "force",          "forces",       "foundation",    "front",
     "fund",           "garrison",     "government",    "group",
     "guard",          "headquarters", "hospital",      "industry",
     "institute",      "institution",  "investigators", "irs",
     "junta",          "league",       "legislature",   "maker",
     "manufacturer",   "military",     "militia",       "mill",
     "mine",           "ministry",     "mission",       "monitor",
     "movement",       "museum",       "navy",          "network",
     "newspaper",      "office",       "operator",      "opposition",
     "organisation",   "organization", "palace",        "panel",
     "parliament",     "party",        "patrol",        "pipeline",
     "plant",          "police",       "port",          "presidency",
     "producer",       "program",      "programme",     "project",
     "prosecution",    "prosecutor",   "prosecutors",   "province",
     "railway",        "regime",       "regulator",     "retailer",
     "school",         "secretariat",  "senate",        "service",
     "services",       "shelter",      "society",       "squad",
     "staff",          "state",        "station",       "subsidiary",
     "supplier",       "task",         "team",          "theater",
     "theatre",        "tribunal",     "troops",        "trust",
     "union",          "unit",         "university",    "utility",
     "watchdog",       "zoo"});
static_assert(is_ordered(organization_nouns_table));

constexpr auto organization_adjectives_table = std::to_array<std::string_view>(
    {"administrative", "agricultural",  "agriculture",  "air",
     "army",           "aviation",      "border",       "chief",
     "city",           "civil",         "climate",      "coast",
     "commerce",       "commercial",    "consumer",     "corrections",
     "county",         "court",         "criminal",     "cultural",
     "culture",        "customs",       "defence",      "defense",
     "diplomatic",     "district",      "economic",     "economy",
     "education",      "electoral",     "emergency",    "energy",
     "environment",    "environmental", "european",     "external",
     "federal",        "finance",       "financial",    "fire",
     "food",           "foreign",       "forest",       "general",
     "health",         "highway",       "home",         "housing",
     "human",          "immigration",   "industrial",   "industry",
     "information",    "intelligence",  "interior",     "internal",
     "international",  "investment",    "judicial",     "justice",
     "labor",          "labour",        "law",          "local",
     "marine",         "maritime",      "medical",      "meteorological",
     "military",       "mine",          "mines",        "ministry",
     "municipal",      "national",      "naval",        "navy",
     "nuclear",        "oil",           "opposition",   "parliament",
     "parliamentary",  "party",         "peace",        "peacekeeping",
     "planning",       "police",        "political",    "port",
     "postal",         "presidential",  "prime",        "prison",
     "provincial",     "public",        "rail",         "railway",
     "refugee",        "regional",      "rescue",       "revenue",
     "rights",         "ruling",        "russian",      "safety",
     "science",        "sector",        "security",     "social",
     "space",          "sports",        "state",        "statistics",
     "supreme",        "tax",           "teachers",     "trade",
     "traffic",        "transition",    "transitional", "transport",
     "transportation", "treasury",      "tribal",       "university",
     "urban",          "veterans",      "victim",       "water",
     "weather",        "welfare",       "wildlife",     "youth"});
static_assert(is_ordered(organization_adjectives_table));

constexpr auto anaphoric_nouns_table = std::to_array<std::string_view>(
    {"administration", "agency",       "airline",      "association", "authority",
     "bank",           "board",        "body",         "bureau",      "campaign",
     "center",         "centre",       "chain",        "charity",     "church",
     "city",           "club",         "coalition",    "college",     "commission",
     "committee",      "community",    "company",      "congress",    "corporation",
     "council",        "county",       "court",        "delegation",  "department",
     "district",       "division",     "embassy",      "family",      "federation",
     "firm",           "force",        "foundation",   "fund",        "group",
     "headquarters",   "hospital",     "institute",    "institution", "league",
     "legislature",    "maker",        "manufacturer", "ministry",    "mission",
     "movement",       "museum",       "network",      "newspaper",   "office",
     "operator",       "organisation", "organization", "panel",       "party",
     "plant",          "program",      "programme",    "project",     "province",
     "regulator",      "retailer",     "school",       "secretariat", "service",
     "services",       "society",      "state",        "station",     "subsidiary",
     "team",           "tribunal",     "trust",        "union",       "unit",
     "university",     "utility"});
static_assert(is_ordered(anaphoric_nouns_table));

constexpr auto speech_verbs_table = std::to_array<std::string_view>(
    {"acknowledged", "added",      "admitted",   "agreed",     "announced", "answered",
     "argued",       "asked",      "asserted",   "called",     "claimed",   "commented",
     "condemned",    "confirmed",  "contended",  "criticized", "declined",  "denied",
     "described",    "emphasized", "explained",  "expressed",  "indicated", "insisted",
     "issued",       "maintained", "noted",      "pointed",    "praised",   "predicted",
     "promised",     "reaffirmed", "reiterated", "rejected",   "remarked",  "repeated",
     "replied",      "reported",   "responded",  "revealed",   "said",      "say",
     "says",         "stated",     "stressed",   "suggested",  "told",      "tweeted",
     "urged",        "vowed",      "warned",     "went",       "would",     "wrote"});
static_assert(is_ordered(speech_verbs_table));

}  // namespace

const WordList dotted_words{dotted_words_table};
const WordList rank_words{rank_words_table};
const WordList courtesy_words{courtesy_words_table};
const WordList title_words{title_words_table};
const WordList particle_words{particle_words_table};
const WordList role_modifiers{role_modifiers_table};
const WordList opening_words{opening_words_table};
const WordList no_name_words{no_name_words_table};
const WordList organization_nouns{organization_nouns_table};
const WordList organization_adjectives{organization_adjectives_table};
const WordList anaphoric_nouns{anaphoric_nouns_table};
const WordList speech_verbs{speech_verbs_table};

}  // namespace lectern
