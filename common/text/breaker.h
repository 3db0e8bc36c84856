#pragma once
// ICU's word boundaries (UAX #29 and its dictionaries) for a part of a text.

#include "common/base/strings.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace lectern {

/// Not safe to share between threads. Loads ICU's data when first used.
class Breaker {
public:
    Breaker();
    Breaker(Breaker&&) noexcept;
    Breaker& operator=(Breaker&&) noexcept;
    Breaker(const Breaker&) = delete;
    Breaker& operator=(const Breaker&) = delete;
    ~Breaker();

    /// The words in `part` of `text`, in bytes of `text`, in order; what is between words is left
    /// out, but a word may still hold no letter. They live until the next call.
    std::span<const Span> operator()(std::string_view text, Span part);

private:
    struct Private;
    std::unique_ptr<Private> private_;
};

}  // namespace lectern
