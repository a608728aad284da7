// SPDX-License-Identifier: EUPL-1.2
#include "sim/report/pack.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <zlib.h>

#include <cmath>

#include "geo/check.h"

namespace mgz::report {

std::optional<long long> scaled(double value, double scale)
{
    if (!std::isfinite(value)) return std::nullopt;
    return std::llround(value * scale);
}

std::string delta_list(std::span<const std::optional<long long>> numbers, std::size_t row)
{
    expects(row > 0 && numbers.size() % row == 0);
    std::string text = "[";
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (i > 0) text += ',';
        if (!numbers[i]) {
            text += "null";
            continue;
        }
        long long before = 0;
        for (std::size_t j = i; j % row != 0; --j) {
            if (!numbers[j - 1]) continue;
            before = *numbers[j - 1];
            break;
        }
        fmt::format_to(std::back_inserter(text), "{}", *numbers[i] - before);
    }
    return text + "]";
}

std::string deflated(std::string_view text)
{
    uLongf size = compressBound(static_cast<uLong>(text.size()));
    std::string bytes(size, '\0');
    const int status = compress2(reinterpret_cast<Bytef*>(bytes.data()), &size,
                                 reinterpret_cast<const Bytef*>(text.data()),
                                 static_cast<uLong>(text.size()), Z_DEFAULT_COMPRESSION);
    if (status != Z_OK) throw geo::RunError("not enough memory to pack the report");
    bytes.resize(size);
    return bytes;
}

std::string base64(std::string_view bytes)
{
    // The library writes a zero byte at the end.
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                       reinterpret_cast<const unsigned char*>(bytes.data()),
                                       static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(length));
    return text;
}

}  // namespace mgz::report
