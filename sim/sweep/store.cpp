// SPDX-License-Identifier: EUPL-1.2
#include "sim/sweep/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <list>
#include <tuple>

#include "geo/check.h"
#include "sim/sweep/shard_reader.h"

namespace mgz {

namespace fs = std::filesystem;
using shard::RowPlace;

namespace {

std::vector<std::string> shard_paths(const std::string& folder)
{
    std::vector<std::string> paths;
    std::error_code code;
    fs::directory_iterator at(folder, code), end;
    if (code == std::errc::no_such_file_or_directory) return paths;
    for (; !code && at != end; at.increment(code)) {
        if (at->path().extension() == ".sqlite") paths.push_back(at->path().string());
    }
    if (code) {
        throw geo::InputError(folder, fmt::format("cannot be read: {}", code.message()),
                              "give the folder of a sweep that you may read");
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// Which of the rows of one run is its row: done before failed, then by name of the shard.
auto rank(const RowPlace& place)
{
    return std::tuple(place.key, place.failed, place.shard, place.row);
}

bool same_outcome(const RunRecord& a, const RunRecord& b)
{
    return a.fingerprint == b.fingerprint && a.values.size() == b.values.size() &&
           std::memcmp(a.values.data(), b.values.data(), a.values.size() * sizeof(double)) == 0;
}

}  // namespace

struct SweepStore::Inside {
    /// Shards that were read last stay open, so that runs spread over all of them are read in order
    /// without opening a file for each, and without more open files than a system allows.
    class OpenShards {
    public:
        shard::Reader& open(const std::string& path, std::uint32_t index)
        {
            const auto at = std::find_if(open_.begin(), open_.end(),
                                         [&](const auto& entry) { return entry.first == index; });
            if (at != open_.end()) {
                open_.splice(open_.begin(), open_, at);
            } else {
                if (open_.size() == most) open_.pop_back();
                open_.emplace_front(index, path);
            }
            return open_.front().second;
        }

    private:
        static constexpr std::size_t most = 200;
        std::list<std::pair<std::uint32_t, shard::Reader>> open_;  ///< used last in front
    };

    std::vector<ShardState> shards;
    std::vector<RowPlace> places;  ///< one per run, rising
    std::size_t failed = 0;
    mutable OpenShards open;

    RunRecord read(const RowPlace& place) const
    {
        return open.open(shards[place.shard].path, place.shard).read(place);
    }

    const RowPlace* find(const RunKey& key) const
    {
        const auto at =
            std::lower_bound(places.begin(), places.end(), key,
                             [](const RowPlace& place, const RunKey& k) { return place.key < k; });
        return at == places.end() || at->key != key ? nullptr : &*at;
    }

    void check_equal(const RowPlace& one, const RowPlace& two) const
    {
        const auto a = read(one), b = read(two);
        if (same_outcome(a, b)) return;
        const auto what = a.fingerprint == b.fingerprint ? "outcomes" : "factor values";
        throw geo::RunError(fmt::format(
            "{} and {} hold different {} of the same run (point {}, policy {}, replicate {}): "
            "equal runs must give equal bytes, so neither is used; remove the one that you do not "
            "trust, and run it again with one version of the program on one kind of machine",
            shards[one.shard].path, shards[two.shard].path, what, one.key.point, one.key.policy,
            one.key.replicate));
    }

    /// Leaves one row of each run.
    void collapse()
    {
        std::sort(places.begin(), places.end(),
                  [](const RowPlace& a, const RowPlace& b) { return rank(a) < rank(b); });
        std::size_t kept = 0;
        for (const auto& place : places) {
            if (kept > 0 && places[kept - 1].key == place.key) {
                if (!place.failed) check_equal(places[kept - 1], place);
                continue;
            }
            places[kept++] = place;
        }
        places.resize(kept);
        places.shrink_to_fit();
        failed = static_cast<std::size_t>(std::count_if(
            places.begin(), places.end(), [](const RowPlace& p) { return p.failed == 1; }));
    }
};

SweepStore::SweepStore(const std::string& folder, const std::string& study_id,
                       std::size_t quantities)
    : inside_(std::make_unique<Inside>())
{
    for (const auto& path : shard_paths(folder)) {
        const auto index = static_cast<std::uint32_t>(inside_->shards.size());
        inside_->shards.push_back(shard::scan(path, study_id, quantities, index, inside_->places));
    }
    inside_->collapse();
}

SweepStore::~SweepStore() = default;
SweepStore::SweepStore(SweepStore&&) noexcept = default;
SweepStore& SweepStore::operator=(SweepStore&&) noexcept = default;

const std::vector<ShardState>& SweepStore::shards() const
{
    return inside_->shards;
}

SweepStore::State SweepStore::state(const RunKey& key) const
{
    const auto* place = inside_->find(key);
    if (place == nullptr) return State::missing;
    return place->failed ? State::failed : State::done;
}

std::optional<RunRecord> SweepStore::read(const RunKey& key) const
{
    const auto* place = inside_->find(key);
    if (place == nullptr) return {};
    return inside_->read(*place);
}

std::size_t SweepStore::done() const
{
    return inside_->places.size() - inside_->failed;
}

std::size_t SweepStore::failed() const
{
    return inside_->failed;
}

std::vector<RunKey> SweepStore::failed_runs() const
{
    std::vector<RunKey> keys;
    keys.reserve(inside_->failed);
    for (const auto& place : inside_->places) {
        if (place.failed) keys.push_back(place.key);
    }
    return keys;
}

}  // namespace mgz
