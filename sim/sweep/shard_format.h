// SPDX-License-Identifier: EUPL-1.2
/// Inside the store only: how a shard looks, and what guards each row of it.
///
/// SQLite finds damage to its own structure but not to what it keeps, so every row carries a
/// checksum of all that it says.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include "sim/sweep/store.h"

namespace mgz::shard {

/// "mgzs", for `file` and for us; and which of our formats.
inline constexpr int application = 0x6d677a73, format = 1;

/// Pages of 32 KiB waste little on rows of some kilobytes, and network disks like them.
/// Durable also against the loss of power right after a commit: hence EXTRA and not FULL.
inline constexpr const char* writing_pragmas =
    "PRAGMA page_size=32768; PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA;";

inline constexpr const char* schema = R"(
CREATE TABLE shard (study_id TEXT, program TEXT, slice TEXT, attempt TEXT, checksum INTEGER);
CREATE TABLE run (point INTEGER, policy INTEGER, replicate INTEGER, fingerprint INTEGER,
    ok INTEGER, outcome BLOB, error TEXT, seconds REAL, ms INTEGER, checksum INTEGER);
)";

inline constexpr std::string_view row_columns =
    "point, policy, replicate, fingerprint, ok, outcome, error, seconds, ms, checksum";

/// A row as it is kept. Spans and views are of somebody else's memory.
struct Row {
    RunKey key;
    std::uint64_t fingerprint = 0;
    bool ok = true;
    std::span<const std::byte> outcome;  ///< doubles, the low byte first
    std::string_view error;
    double seconds = 0;
    std::int64_t ms = 0;  ///< Unix time
};

/// Sums up to 64 bits; one changed bit changes it for certain, more almost.
class Checksum {
public:
    void add(std::uint64_t word)
    {
        sum_ = (std::rotl(sum_, 29) ^ word) * 0x9e3779b97f4a7c15u;  // odd: no word is lost
        sum_ ^= sum_ >> 32;
    }
    void add(std::span<const std::byte> bytes)
    {
        add(bytes.size());
        for (; bytes.size() >= 8; bytes = bytes.subspan(8))
            add(low_first(bytes.first(8)));
        if (!bytes.empty()) add(low_first(bytes));
    }
    void add(std::string_view text) { add(std::as_bytes(std::span(text.data(), text.size()))); }

    /// As SQLite keeps whole numbers.
    std::int64_t sum() const { return std::bit_cast<std::int64_t>(sum_); }

private:
    static std::uint64_t low_first(std::span<const std::byte> bytes)
    {
        std::uint64_t word = 0;
        if constexpr (std::endian::native == std::endian::little) {
            std::memcpy(&word, bytes.data(), bytes.size());
        } else {
            for (std::size_t i = 0; i < bytes.size(); ++i)
                word |= std::to_integer<std::uint64_t>(bytes[i]) << (8 * i);
        }
        return word;
    }

    std::uint64_t sum_ = 0x6d677a73;
};

std::int64_t checksum_of(const Row& row);
std::int64_t checksum_of(const ShardInfo& info);

/// Eight bytes each, the low byte first, whatever the machine.
std::vector<std::byte> bytes_of(std::span<const double> values);
/// REQUIRES: a multiple of eight bytes.
std::vector<double> values_of(std::span<const std::byte> bytes);

}  // namespace mgz::shard
