#pragma once
// Bytes of any encoding as UTF-8.

#include <optional>
#include <string>
#include <string_view>

namespace lectern {

struct Decoded {
    std::string text;      ///< valid UTF-8; a byte order mark, NULs and controls may still be in it
    std::string encoding;  ///< what it was read as: `UTF-8`, `GB18030`, `windows-1252`
    bool repaired{false};  ///< some bytes made no sense and became U+FFFD
};

/// Decides by byte order mark, then by whether the bytes are UTF-8, else guesses among the
/// encodings in use before it. Nothing if the bytes are no text: they hold NULs, and are not UTF-16
/// or UTF-32.
std::optional<Decoded> decoded(std::string_view bytes);

}  // namespace lectern
