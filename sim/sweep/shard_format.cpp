// SPDX-License-Identifier: EUPL-1.2
#include "sim/sweep/shard_format.h"

#include <algorithm>

#include "geo/check.h"

namespace mgz::shard {

std::int64_t checksum_of(const Row& row)
{
    Checksum sum;
    for (const std::uint64_t word :
         {std::uint64_t{row.key.point}, std::uint64_t{row.key.policy},
          std::uint64_t{row.key.replicate}, row.fingerprint, std::uint64_t{row.ok},
          std::bit_cast<std::uint64_t>(row.seconds), std::bit_cast<std::uint64_t>(row.ms)}) {
        sum.add(word);
    }
    sum.add(row.outcome);
    sum.add(row.error);
    return sum.sum();
}

std::int64_t checksum_of(const ShardInfo& info)
{
    Checksum sum;
    for (const auto* text : {&info.study_id, &info.program, &info.slice, &info.attempt})
        sum.add(std::string_view(*text));
    return sum.sum();
}

/// Copies numbers of eight bytes, turning each around where the machine keeps the high byte first.
static void copy_numbers(const std::byte* from, std::size_t bytes, std::byte* to)
{
    if (bytes > 0) std::memcpy(to, from, bytes);
    if constexpr (std::endian::native == std::endian::big) {
        for (std::size_t i = 0; i < bytes; i += 8)
            std::reverse(to + i, to + i + 8);
    }
}

std::vector<std::byte> bytes_of(std::span<const double> values)
{
    std::vector<std::byte> bytes(values.size_bytes());
    copy_numbers(std::as_bytes(values).data(), bytes.size(), bytes.data());
    return bytes;
}

std::vector<double> values_of(std::span<const std::byte> bytes)
{
    expects(bytes.size() % sizeof(double) == 0);
    std::vector<double> values(bytes.size() / sizeof(double));
    copy_numbers(bytes.data(), bytes.size(), std::as_writable_bytes(std::span(values)).data());
    return values;
}

}  // namespace mgz::shard
