#pragma once
// What may happen to bytes on a disk: they end early, or one of them changes.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// Calls `each(damaged, what)` for `bytes` cut off at every length, and with every single byte
/// changed in several ways. What is given ends where its memory ends, so that a sanitizer sees a
/// step beyond it.
template <class Each>
void damage(std::string_view bytes, Each each) {
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        const std::vector<char> cut{bytes.data(), bytes.data() + length};
        each(std::string_view{cut.data(), cut.size()}, "cut at " + std::to_string(length));
    }
    std::vector<char> changed{bytes.begin(), bytes.end()};
    const std::string_view view{changed.data(), changed.size()};
    for (std::size_t at = 0; at < changed.size(); ++at) {
        for (const unsigned mask : {0x01U, 0x10U, 0x80U, 0xFFU}) {
            changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ mask);
            each(view, "changed at " + std::to_string(at) + " by " + std::to_string(mask));
            changed[at] = bytes[at];
        }
    }
}

}  // namespace lectern
