// SPDX-License-Identifier: EUPL-1.2
// Finished runs: what goes in comes out, from any number of shards.
#include "sim/sweep/store.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <stdexcept>
#include <thread>

#include "geo/check.h"
#include "tests/sim/sweep/some_runs.h"
#include "tests/support/catch.h"

using namespace mgz;
using Catch::Matchers::ContainsSubstring;
using RunState = SweepStore::State;
using support::failed_run;
using support::Shards;
using support::some_info;
using support::some_run;

TEST_CASE("what goes into a shard comes out, bit for bit", "[store]")
{
    const Shards shards;
    RunRecord odd = some_run({3, 2, 1});
    odd.fingerprint = 0xfedcba9876543210u;
    odd.values = {-0.0, 5e-324, -1.7976931348623157e308, 0.1, 1.0 / 3};
    const auto failed = failed_run({4294967295u, 0, 0}, "a,\"b\"\nc \xe2\x82\xac");
    {
        ShardWriter out(shards.folder(), some_info, "a");
        CHECK(out.path() == shards.folder() + "/a.sqlite");
        out.add(odd);
        out.add(failed);
    }
    const auto store = shards.store();
    CHECK(store.done() == 1);
    CHECK(store.failed() == 1);
    CHECK(store.state({3, 2, 1}) == RunState::done);
    CHECK(store.state({4294967295u, 0, 0}) == RunState::failed);
    CHECK(store.state({3, 2, 0}) == RunState::missing);
    CHECK_FALSE(store.read({3, 2, 0}));
    CHECK(store.read({3, 2, 1}) == odd);
    CHECK(std::signbit(store.read({3, 2, 1})->values[0]));
    CHECK(store.read({4294967295u, 0, 0}) == failed);
    CHECK(store.failed_runs() == std::vector<RunKey>{{4294967295u, 0, 0}});

    REQUIRE(store.shards().size() == 1);
    const auto& shard = store.shards()[0];
    CHECK(shard.problem.empty());
    CHECK(shard.info == some_info);
    CHECK(shard.done == 1);
    CHECK(shard.failed == 1);
    CHECK(shard.seconds == 0.75);
    CHECK(shard.first_ms > 1'600'000'000'000);
    CHECK(shard.last_ms >= shard.first_ms);
}

TEST_CASE("no folder is no runs, and other files in it are none of ours", "[store]")
{
    const SweepStore none("/nowhere/shards", "id", 5);
    CHECK(none.shards().empty());
    CHECK(none.done() + none.failed() == 0);
    const Shards shards;
    shards.write("a", 0, 2);
    std::ofstream(shards.folder() + "/notes.txt") << "no shard";
    CHECK(shards.store().shards().size() == 1);
}

TEST_CASE("more shards than stay open, in order of name, one index", "[store]")
{
    const Shards shards;
    const auto one = shards.write("m1", 0, 2), two = shards.write("m2", 1, 3);
    for (int i = 0; i < 150; ++i) {
        std::filesystem::copy_file(one, shards.folder() + "/a" + std::to_string(i) + ".sqlite");
        std::filesystem::copy_file(two, shards.folder() + "/z" + std::to_string(i) + ".sqlite");
    }
    const auto store = shards.store();
    REQUIRE(store.shards().size() == 302);
    for (std::size_t i = 1; i < 302; ++i)
        CHECK(store.shards()[i - 1].path < store.shards()[i].path);
    CHECK(store.done() == 3);
    for (const std::uint32_t point : {2u, 0u, 1u})
        CHECK(store.read({point, 0, 0}) == some_run({point, 0, 0}));
}

TEST_CASE("a run that failed once and was done elsewhere is done", "[store]")
{
    const Shards shards;
    {
        ShardWriter first(shards.folder(), some_info, "a");
        first.add(failed_run({1, 0, 0}));
        first.add(failed_run({2, 0, 0}));
        ShardWriter second(shards.folder(), some_info, "b");
        second.add(some_run({1, 0, 0}));
        second.add(failed_run({2, 0, 0}));
    }
    const auto store = shards.store();
    CHECK(store.state({1, 0, 0}) == RunState::done);
    CHECK(store.read({1, 0, 0})->ok);
    CHECK(store.failed_runs() == std::vector<RunKey>{{2, 0, 0}});
    CHECK(store.done() == 1);
}

TEST_CASE("two attempts with equal rows are one", "[store]")
{
    const Shards shards;
    shards.write("a", 0, 10);
    shards.write("b", 5, 15);
    const auto store = shards.store();
    CHECK(store.done() == 15);
    CHECK(store.shards()[0].done + store.shards()[1].done == 20);
}

TEST_CASE("two attempts with other rows are refused, and the message names both", "[store]")
{
    const auto refusal = [](const RunRecord& one, const RunRecord& two) {
        const Shards shards;
        ShardWriter(shards.folder(), some_info, "a").add(one);
        ShardWriter(shards.folder(), some_info, "b").add(two);
        try {
            shards.store();
        } catch (const geo::RunError& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    const auto run = some_run({7, 1, 2});
    CHECK(refusal(run, run).empty());
    auto slower = run;
    slower.seconds = 9;
    CHECK(refusal(run, slower).empty());

    auto other = run;
    other.values[3] = std::nextafter(other.values[3], 1);
    CHECK_THAT(refusal(run, other), ContainsSubstring("a.sqlite and ") &&
                                        ContainsSubstring("b.sqlite hold different outcomes") &&
                                        ContainsSubstring("(point 7, policy 1, replicate 2)"));
    auto zero = run, minus_zero = run;
    zero.values[0] = 0.0, minus_zero.values[0] = -0.0;
    CHECK_FALSE(refusal(zero, minus_zero).empty());
    auto of_others = run;
    ++of_others.fingerprint;
    CHECK_THAT(refusal(run, of_others), ContainsSubstring("different factor values"));
}

TEST_CASE("two writers with one name get two files", "[store]")
{
    const Shards shards;
    ShardWriter one(shards.folder(), some_info, "a"), two(shards.folder(), some_info, "a"),
        three(shards.folder(), some_info, "a");
    CHECK(one.path() == shards.folder() + "/a.sqlite");
    CHECK(two.path() == shards.folder() + "/a-2.sqlite");
    CHECK(three.path() == shards.folder() + "/a-3.sqlite");
}

TEST_CASE("writers who start at once get a file each", "[store]")
{
    const Shards shards;
    std::vector<std::thread> workers;
    for (std::uint32_t w = 0; w < 8; ++w)
        workers.emplace_back([&, w] {
            ShardWriter(shards.folder(), some_info, "same").add(some_run({w, 0, 0}));
        });
    for (auto& worker : workers)
        worker.join();
    const auto store = shards.store();
    CHECK(store.shards().size() == 8);
    CHECK(store.done() == 8);
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(shards.folder()))
        ++files;
    CHECK(files == 8);  // nothing half made stays
}

TEST_CASE("rows reach the disk fifty at a time, at flush() and after a second", "[store]")
{
    const Shards shards;
    ShardWriter out(shards.folder(), some_info, "a");
    CHECK(shards.store().shards()[0].problem.empty());  // good from its first moment
    for (std::uint32_t point = 0; point < 60; ++point)
        out.add(some_run({point, 0, 0}));
    CHECK(shards.store().done() == 50);
    out.flush();
    CHECK(shards.store().done() == 60);
    out.add(some_run({60, 0, 0}));
    CHECK(shards.store().done() == 60);
    std::this_thread::sleep_for(std::chrono::milliseconds(1050));
    out.add(some_run({61, 0, 0}));
    CHECK(shards.store().done() == 62);
}

/// The whole life of another process.
[[noreturn]] static void write_all(const std::string& folder, std::uint32_t end)
{
    try {
        ShardWriter out(folder, some_info, "a");
        for (std::uint32_t point = 0; point < end; ++point)
            out.add(some_run({point, 0, 0}));
        out.flush();
    } catch (const std::exception&) {
        _exit(1);
    }
    _exit(0);
}

TEST_CASE("a shard is read while its writer goes on", "[store]")
{
    const Shards shards;
    const pid_t worker = fork();
    REQUIRE(worker >= 0);
    if (worker == 0) write_all(shards.folder(), 2000);
    std::size_t before = 0;
    bool rising = true, equal = true;
    while (before < 2000) {
        const auto store = shards.store();
        rising = rising && store.done() >= before;
        before = store.done();
        for (std::uint32_t point = 0; point < before; point += 97)
            equal = equal && store.read({point, 0, 0}) == some_run({point, 0, 0});
        for (const auto& shard : store.shards())
            rising = rising && shard.problem.empty();
    }
    int status = 0;
    REQUIRE(waitpid(worker, &status, 0) == worker);
    CHECK(status == 0);
    CHECK(rising);
    CHECK(equal);
}

TEST_CASE("records that are none are faults of the caller", "[store]")
{
    const Shards shards;
    ShardWriter out(shards.folder(), some_info, "a");
    for (const double bad : {std::nan(""), HUGE_VAL, -HUGE_VAL}) {
        auto record = some_run({0, 0, 0});
        record.values[2] = bad;
        CHECK_THROWS_AS(out.add(record), std::logic_error);
    }
    auto torn = failed_run({0, 0, 0});
    torn.values = {1};
    CHECK_THROWS_AS(out.add(torn), std::logic_error);
    CHECK_THROWS_AS(out.add(some_run({0, 0, 0}, 0)), std::logic_error);
    out.add(some_run({0, 0, 0}));
    CHECK_THROWS_AS(out.add(some_run({1, 0, 0}, 4)), std::logic_error);
    out.flush();
    CHECK(shards.store().done() == 1);
}

TEST_CASE("a folder that is none, or that may not be written to, is refused", "[store]")
{
    const Shards shards;
    const auto refusal = [&](const std::string& folder) {
        try {
            ShardWriter out(folder, some_info, "a");
        } catch (const geo::InputError& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    CHECK(refusal(shards.folder() + "/no") ==
          shards.folder() + "/no: is not a folder; give the folder of a planned sweep");
    const auto all_may_look = std::filesystem::perms(0755);
    const std::filesystem::path folder(shards.folder());
    std::filesystem::permissions(folder, all_may_look);
    std::filesystem::permissions(folder.parent_path(), all_may_look);
    if (geteuid() == 0 && seteuid(65534) != 0) {
        WARN("skipped: root cannot become another user here, and may write anywhere");
        return;
    }
    const auto said = refusal(shards.folder());
    if (getuid() == 0 && seteuid(0) != 0) std::abort();
    if (getuid() == 0)
        CHECK_THAT(said, ContainsSubstring("a.sqlite: cannot be made: Permission denied"));
}
