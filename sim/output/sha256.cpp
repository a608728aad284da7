// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/sha256.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <vector>

#include "geo/check.h"

namespace mgz {

namespace {

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

class Hash {
public:
    Hash() : context_(EVP_MD_CTX_new())
    {
        check(context_ && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
    }

    void add(const void* bytes, std::size_t count)
    {
        check(EVP_DigestUpdate(context_.get(), bytes, count) == 1);
    }

    std::string take()
    {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned length = 0;
        check(EVP_DigestFinal_ex(context_.get(), digest.data(), &length) == 1);
        std::string text;
        for (unsigned i = 0; i < length; ++i)
            text += fmt::format("{:02x}", digest[i]);
        return text;
    }

private:
    static void check(bool good)
    {
        if (!good) throw geo::RunError("OpenSSL offers no SHA-256; check its installation");
    }

    std::unique_ptr<EVP_MD_CTX, FreeContext> context_;
};

}  // namespace

std::string sha256_of(std::span<const std::byte> bytes)
{
    Hash hash;
    hash.add(bytes.data(), bytes.size());
    return hash.take();
}

std::string sha256_of(std::string_view text)
{
    return sha256_of(std::as_bytes(std::span(text)));
}

std::optional<HashedFile> hash_file(const std::string& path)
{
    std::error_code none;
    if (!std::filesystem::is_regular_file(path, none)) return std::nullopt;  // a pipe never ends
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    Hash hash;
    HashedFile file;
    std::vector<char> block(1 << 16);
    while (in) {
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        const auto count = static_cast<std::size_t>(in.gcount());
        hash.add(block.data(), count);
        file.size += count;
    }
    if (in.bad() || !in.eof()) return std::nullopt;
    file.sha256 = hash.take();
    return file;
}

}  // namespace mgz
