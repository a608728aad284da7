// SPDX-License-Identifier: EUPL-1.2
/// Reads a page back as its script does, by other ways than it was made.
#pragma once

#include <openssl/evp.h>
#include <zlib.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace support {

using Json = nlohmann::ordered_json;

inline std::string decoded(const std::string& base64)
{
    REQUIRE(base64.size() % 4 == 0);
    std::string bytes(base64.size() / 4 * 3, '\0');
    const int length = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                       reinterpret_cast<const unsigned char*>(base64.data()),
                                       static_cast<int>(base64.size()));
    REQUIRE(length == static_cast<int>(bytes.size()));
    for (auto at = base64.size(); at > 0 && base64[at - 1] == '='; --at)
        bytes.pop_back();
    return bytes;
}

inline std::string inflated(const std::string& bytes)
{
    z_stream stream{};
    REQUIRE(inflateInit(&stream) == Z_OK);  // with the header of RFC 1950
    std::string input = bytes, text;
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    int status = Z_OK;
    while (status == Z_OK) {
        std::string piece(1 << 16, '\0');
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        status = inflate(&stream, Z_NO_FLUSH);
        text.append(piece, 0, piece.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    REQUIRE(status == Z_STREAM_END);
    return text;
}

/// What stands between two texts of a page.
inline std::string between(const std::string& page, const std::string& before,
                           const std::string& after)
{
    const auto from = page.find(before);
    REQUIRE(from != page.npos);
    const auto to = page.find(after, from + before.size());
    REQUIRE(to != page.npos);
    return page.substr(from + before.size(), to - from - before.size());
}

inline const char* small_template = R"(<!doctype html>
<html lang="@MGZ_LANG@">
<head><meta charset="utf-8"><title>@MGZ_TITLE@</title></head>
<body><script type="text/plain" id="mgz-data">@MGZ_DATA@</script></body>
</html>
)";

inline Json data_of(const std::string& page)
{
    return Json::parse(inflated(decoded(between(page, "id=\"mgz-data\">", "</script>"))));
}

/// The numbers of a list as they were before differences were taken.
inline std::vector<std::optional<long long>> undone(const Json& list, std::size_t row)
{
    std::vector<std::optional<long long>> numbers;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].is_null()) {
            numbers.emplace_back();
            continue;
        }
        long long sum = list[i].get<long long>();
        for (std::size_t j = i; j % row != 0; --j) {
            if (!numbers[j - 1]) continue;
            sum += *numbers[j - 1];
            break;
        }
        numbers.emplace_back(sum);
    }
    return numbers;
}

inline std::vector<int> years_of(const Json& block)
{
    const auto& years = block.at("years");
    if (years.is_object()) return years.at("list").get<std::vector<int>>();
    std::vector<int> all;
    for (int year = years[0]; year <= years[1]; ++year)
        all.push_back(year);
    return all;
}

/// The block of a figure or effect; a null where there is none.
inline Json block_of(const Json& blocks, std::size_t scenario, const std::string& level,
                     const std::string& indicator, const std::string& profession)
{
    for (const auto& block : blocks) {
        if (block.at("scenario") == scenario && block.at("level") == level &&
            block.at("indicator") == indicator && block.at("profession") == profession) {
            return block;
        }
    }
    return {};
}

inline Json with_id(const Json& list, const std::string& id)
{
    for (const auto& item : list) {
        if (item.at("id") == id) return item;
    }
    return {};
}

}  // namespace support
