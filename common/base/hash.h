#pragma once
// SHA-256 (FIPS 180-4), of a whole text or piece by piece.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace lectern {

class Sha256 {
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    ~Sha256();

    void add(std::string_view bytes);
    /// 64 hexadecimal digits of all bytes added; starts anew.
    std::string hex();

private:
    struct Private;
    std::unique_ptr<Private> private_;
};

std::string sha256_hex(std::string_view bytes);

/// The first 64 bits of the SHA-256: equal for equal texts, different for different ones but once
/// in 2^32 texts.
std::uint64_t content_hash(std::string_view bytes);

/// 12 characters of base 32 (0-9, a-z less i l o u) from the SHA-256: a short name for `bytes`.
std::string short_name(std::string_view bytes);

}  // namespace lectern
