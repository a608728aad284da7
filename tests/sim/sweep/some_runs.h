// SPDX-License-Identifier: EUPL-1.2
/// Runs with made-up outcomes, equal for equal keys, as a deterministic model gives them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/sweep/store.h"
#include "tests/support/geo_files.h"

namespace support {

inline const mgz::ShardInfo some_info{"0123456789abcdef", "0.1.0", "1/1", "attempt 1"};

inline mgz::RunRecord some_run(const mgz::RunKey& key, std::size_t quantities = 5)
{
    mgz::RunRecord record{key, 77 + key.point, true, {}, "", 0.25};
    for (std::size_t q = 0; q < quantities; ++q)
        record.values.push_back((key.point + 0.1) / static_cast<double>(3 + q + key.replicate));
    return record;
}

inline mgz::RunRecord failed_run(const mgz::RunKey& key, std::string error = "no physician left")
{
    return {key, 77 + key.point, false, {}, std::move(error), 0.5};
}

/// A folder of shards that goes when the test ends.
class Shards {
public:
    Shards() { std::filesystem::create_directory(folder()); }
    std::string folder() const { return temp_.path("shards"); }
    mgz::SweepStore store(std::size_t quantities = 5) const
    {
        return {folder(), some_info.study_id, quantities};
    }
    /// One shard with the points from `first` up to `end`; its path.
    std::string write(const std::string& name, std::uint32_t first, std::uint32_t end) const
    {
        mgz::ShardWriter out(folder(), some_info, name);
        for (std::uint32_t point = first; point < end; ++point)
            out.add(some_run({point, 0, 0}));
        out.flush();
        return out.path();
    }

private:
    TempFolder temp_;
};

}  // namespace support
