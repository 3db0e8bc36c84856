// How fast text is cut into words, beside ICU's break iterator alone. LECTERN_BENCH_TEXT names a
// file to measure on instead of the made-up text.

#include "common/text/sentences.h"
#include "common/text/tokenizer.h"

#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <span>
#include <string>
#include <string_view>

namespace {

constexpr std::size_t article_bytes = 4000;
constexpr std::size_t text_bytes = 2'000'000;

// Sentences drawn at random, so that the processor does not learn the text by heart.
std::string made_up(std::span<const std::string_view> sentences) {
    std::mt19937 random{2020};
    std::string text;
    while (text.size() < text_bytes) text += sentences[random() % sentences.size()];
    return text;
}

std::string english() {
    static constexpr auto sentences = std::to_array<std::string_view>(
        {"The ministry said on Thursday that talks would resume next month. ",
         "Officials declined to comment on the report, which was first published in the "
         "capital.\n\n",
         "\"We hope that both sides face reality,\" the spokesman told reporters at a briefing. ",
         "Exports rose 2.5 percent to $1,200 million, according to the U.S. Department of "
         "Commerce. ",
         "The destroyer sailed through the strait, and F-16 fighters were sent after it.\n\n",
         "It wasn't clear whether the country's parliament would approve the state-of-the-art "
         "plan. "});
    return made_up(sentences);
}

std::string chinese() {
    static constexpr auto sentences = std::to_array<std::string_view>(
        {"国防部新闻发言人在例行记者会上表示，中方坚决反对这一做法。",
         "双方就共同关心的国际和地区问题交换了意见，同意继续保持沟通。\n\n",
         "据报道，今年前八个月进出口总额同比增长百分之六，超过市场预期。",
         "“我们希望有关国家正视现实，妥善处理两国关系。”他说。\n\n"});
    return made_up(sentences);
}

std::string text_of(std::string_view language) {
    if (const char* const path = std::getenv("LECTERN_BENCH_TEXT"); path != nullptr) {
        std::ifstream file{path, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }
    return language == "chinese" ? chinese() : english();
}

// Calls `measure` with articles of the usual size, again and again.
template <typename Measure>
void measure_articles(benchmark::State& state, std::string_view text, Measure measure) {
    for (auto _ : state) {
        for (std::size_t at = 0; at < text.size(); at += article_bytes) {
            benchmark::DoNotOptimize(measure(text.substr(at, article_bytes)));
        }
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}

void BM_Tokenizer(benchmark::State& state, std::string_view language) {
    const std::string text = text_of(language);
    lectern::Tokenizer tokenizer;
    measure_articles(state, text, [&](std::string_view part) { return tokenizer(part).size(); });
}

void BM_TokenizerByIcu(benchmark::State& state, std::string_view language) {
    const std::string text = text_of(language);
    lectern::Tokenizer tokenizer;
    measure_articles(state, text,
                     [&](std::string_view part) { return tokenizer.by_icu(part).size(); });
}

void BM_BreakIteratorAlone(benchmark::State& state, std::string_view language) {
    const std::string text = text_of(language);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> words{
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status)};
    measure_articles(state, text, [&](std::string_view part) {
        const auto units = icu::UnicodeString::fromUTF8(
            icu::StringPiece{part.data(), static_cast<int32_t>(part.size())});
        words->setText(units);
        int boundaries = 0;
        while (words->next() != icu::BreakIterator::DONE) ++boundaries;
        return boundaries;
    });
}

void BM_Sentences(benchmark::State& state, std::string_view language) {
    const std::string text = text_of(language);
    measure_articles(state, text,
                     [](std::string_view part) { return lectern::sentences(part).size(); });
}

BENCHMARK_CAPTURE(BM_Tokenizer, english, "english");
BENCHMARK_CAPTURE(BM_TokenizerByIcu, english, "english");
BENCHMARK_CAPTURE(BM_BreakIteratorAlone, english, "english");
BENCHMARK_CAPTURE(BM_Sentences, english, "english");
BENCHMARK_CAPTURE(BM_Tokenizer, chinese, "chinese");
BENCHMARK_CAPTURE(BM_TokenizerByIcu, chinese, "chinese");
BENCHMARK_CAPTURE(BM_BreakIteratorAlone, chinese, "chinese");
BENCHMARK_CAPTURE(BM_Sentences, chinese, "chinese");

}  // namespace
