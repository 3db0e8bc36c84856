#pragma once
// Numbers as bytes: variable-length (LEB128, 7 bits a byte, low first) and fixed (little endian).

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace lectern {

inline void put_varint(std::string& bytes, std::uint64_t number) {
    while (number >= 0x80) {
        bytes += static_cast<char>(number | 0x80U);
        number >>= 7U;
    }
    bytes += static_cast<char>(number);
}

template <class Number>
void put_fixed(std::string& bytes, Number number) {
    std::array<char, sizeof(Number)> raw{};
    std::memcpy(raw.data(), &number, raw.size());
    bytes.append(raw.data(), raw.size());
}

/// A varint length and the bytes themselves.
inline void put_text(std::string& bytes, std::string_view text) {
    put_varint(bytes, text.size());
    bytes += text;
}

/// Takes numbers off the front of bytes that may be damaged. Past the end everything reads as zero
/// and `ok()` is false from then on; check it before trusting what was read.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes)
        : at_{bytes.data()}, end_{bytes.data() + bytes.size()} {}

    bool ok() const { return ok_; }

    bool at_end() const { return at_ == end_; }

    std::string_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }

    std::uint64_t varint() {
        std::uint64_t number = 0;
        for (unsigned shift = 0; shift < 64 && at_ != end_; shift += 7) {
            const auto byte = static_cast<unsigned char>(*at_++);
            number |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80) return number;
        }
        ok_ = false;
        return 0;
    }

    std::uint32_t varint32() { return static_cast<std::uint32_t>(varint()); }

    template <class Number>
    Number fixed() {
        Number number{};
        const std::string_view raw = bytes(sizeof number);
        if (ok_) std::memcpy(&number, raw.data(), sizeof number);
        return number;
    }

    std::string_view bytes(std::uint64_t count) {
        if (count > static_cast<std::uint64_t>(end_ - at_)) {
            ok_ = false;
            at_ = end_;
            return {};
        }
        const std::string_view taken{at_, count};
        at_ += count;
        return taken;
    }

    std::string_view text() { return bytes(varint()); }

private:
    const char* at_;
    const char* end_;
    bool ok_{true};
};

}  // namespace lectern
