#include "common/base/hash.h"

#include <nettle/sha2.h>

#include <array>

namespace lectern {
namespace {

using Digest = std::array<std::uint8_t, SHA256_DIGEST_SIZE>;

const std::uint8_t* as_bytes(std::string_view text) {
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

Digest digest_of(std::string_view bytes) {
    sha256_ctx context{};
    sha256_init(&context);
    sha256_update(&context, bytes.size(), as_bytes(bytes));
    Digest digest{};
    sha256_digest(&context, digest.size(), digest.data());
    return digest;
}

std::string hex_of(const Digest& digest) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const std::uint8_t byte : digest) {
        hex += digits[byte >> 4U];
        hex += digits[byte & 0xFU];
    }
    return hex;
}

}  // namespace

struct Sha256::Private {
    sha256_ctx context{};
};

Sha256::Sha256() : private_{std::make_unique<Private>()} {
    sha256_init(&private_->context);
}

Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
    sha256_update(&private_->context, bytes.size(), as_bytes(bytes));
}

std::string Sha256::hex() {
    Digest digest{};
    sha256_digest(&private_->context, digest.size(), digest.data());  // also starts anew
    return hex_of(digest);
}

std::string sha256_hex(std::string_view bytes) {
    return hex_of(digest_of(bytes));
}

std::uint64_t content_hash(std::string_view bytes) {
    const Digest digest = digest_of(bytes);
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < 8; ++i) hash = (hash << 8U) | digest[i];
    return hash;
}

std::string short_name(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdefghjkmnpqrstvwxyz";
    std::uint64_t hash = content_hash(bytes);
    std::string name;
    for (int i = 0; i < 12; ++i, hash >>= 5U) name += digits[hash & 31U];
    return name;
}

}  // namespace lectern
