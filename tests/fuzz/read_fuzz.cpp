// Whatever the bytes, what readers and steps make of them is fit to be stored: valid UTF-8 without
// controls. The first byte chooses the format.

#include "common/base/utf8.h"
#include "indexer/enrich/step.h"
#include "indexer/read/format.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {
namespace {

void check(std::string_view text) {
    if (cleaned(text) != text) std::abort();
}

struct Checker : Sink {
    void article(Article&& article) override {
        for (const Step& step : steps()) step.apply(article);
        for (const std::string* text :
             {&article.id, &article.title, &article.body, &article.outlet, &article.dateline,
              &article.language, &article.section, &article.url, &article.type}) {
            check(*text);
        }
        for (const std::string& author : article.authors) check(author);
        for (const std::string& note : article.notes) check(note);
        for (const Spokesperson& person : article.spokespersons) {
            if (person.name.empty()) std::abort();
            for (const std::string* text : {&person.name, &person.rank, &person.role,
                                            &person.organization, &person.abbreviation}) {
                check(*text);
            }
        }
    }

    void problem(std::size_t, std::string message) override {
        if (message.empty()) std::abort();
    }
};

}  // namespace
}  // namespace lectern

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string bytes{data + 1, data + size};
    const char* const format = data[0] % 2 == 0 ? "text" : "jsonl";
    lectern::Checker checker;
    lectern::find_format(format)->read({"x", bytes}, {.article_bytes = 2000, .title_bytes = 100},
                                       checker);
    return 0;
}
