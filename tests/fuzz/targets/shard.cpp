// SPDX-License-Identifier: EUPL-1.2
// A shard of finished runs that somebody sent.
#include "geo/one_line.h"
#include "sim/sweep/store.h"
#include "tests/fuzz/fuzz.h"

namespace {

void read_shard(std::string_view bytes)
{
    const auto folder = fuzz::scratch() / "shards";
    std::filesystem::create_directory(folder);
    fuzz::put(folder / "a.sqlite", bytes);
    const mgz::SweepStore store(folder.string(), "0123456789abcdef", 2);
    for (const auto& shard : store.shards()) {
        if (geo::one_line(shard.problem) != shard.problem) fuzz::fault("a problem on two lines");
        if (!shard.problem.empty() && store.done() + store.failed() > 0)
            fuzz::fault("runs of a shard that is not used");
    }
    for (std::uint32_t point = 0; point < 4; ++point) {
        if (const auto run = store.read({point, 0, 0}))
            if (run->ok && run->values.size() != 2) fuzz::fault("values of another study");
    }
}

const fuzz::Registered shard_target{{"shard", read_shard, 15}};

}  // namespace
