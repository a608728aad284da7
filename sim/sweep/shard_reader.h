// SPDX-License-Identifier: EUPL-1.2
/// Inside the store only: one shard, read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/sweep/sqlite.h"
#include "sim/sweep/store.h"

namespace mgz::shard {

/// Where a run is kept.
struct RowPlace {
    RunKey key;
    std::uint32_t shard : 31 = 0;  ///< index in SweepStore::shards()
    std::uint32_t failed : 1 = 0;
    std::uint32_t row = 0;  ///< from 1
};

/// What a shard holds. Whatever is wrong with it becomes its `problem`; `places` is then as it was.
/// \param index of the shard, for the places appended
ShardState scan(const std::string& path, const std::string& study_id, std::size_t quantities,
                std::uint32_t index, std::vector<RowPlace>& places);

/// A shard open for reading rows.
class Reader {
public:
    explicit Reader(const std::string& path);
    Reader(const Reader&) = delete;  // the statement knows where its database is
    Reader& operator=(const Reader&) = delete;
    /// Throws RunError, naming the file, when the row is not what scan() found.
    RunRecord read(const RowPlace& place);

private:
    std::string path_;
    std::optional<sqlite::Database> database_;
    std::optional<sqlite::Statement> select_;
};

}  // namespace mgz::shard
