// SPDX-License-Identifier: EUPL-1.2
// Finished runs when things go wrong: killed writers, full disks, damaged files. Whatever happens,
// a row is as it was written, or its shard is named and not used.
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <random>

#include "geo/check.h"
#include "sim/sweep/sqlite.h"
#include "sim/sweep/store.h"
#include "tests/sim/sweep/some_runs.h"
#include "tests/support/catch.h"
#include "tests/support/content.h"

using namespace mgz;
using Catch::Matchers::ContainsSubstring;
using RunState = SweepStore::State;
using support::content;
using support::Shards;
using support::some_info;
using support::some_run;

namespace {

void put(const std::string& path, std::string_view bytes)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// A shard changed by SQL, as no writer of ours would.
void change(const std::string& path, const char* sql)
{
    sqlite::Database(path, sqlite::Access::write, 0).run(sql);
}

/// The problem of the shard "a", beside which "b" must stay usable.
std::string problem_of_a(const Shards& shards)
{
    const auto store = shards.store();
    REQUIRE(store.shards().size() == 2);
    CHECK(store.shards()[1].problem.empty());
    CHECK(store.state({100, 0, 0}) == RunState::done);
    if (!store.shards()[0].problem.empty()) {
        CHECK(store.done() == 10);
        CHECK(store.shards()[0].done == 0);
    }
    return store.shards()[0].problem;
}

/// Shards "a" with points from 0 and "b" with those from 100.
struct Two : Shards {
    std::string a = write("a", 0, 30), b = write("b", 100, 110);
};

/// While one of these lives, files may not grow beyond so many bytes.
class SmallFiles {
public:
    explicit SmallFiles(rlim_t bytes)
    {
        handler_ = ::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit small{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles()
    {
        setrlimit(RLIMIT_FSIZE, &before_);
        ::signal(SIGXFSZ, handler_);
    }
    SmallFiles(const SmallFiles&) = delete;
    SmallFiles& operator=(const SmallFiles&) = delete;

private:
    rlimit before_{};
    void (*handler_)(int) = nullptr;
};

/// The child's whole life. Says when the first rows are on the disk.
[[noreturn]] void add_until_killed(const std::string& folder, int said)
{
    ShardWriter out(folder, some_info, "a");
    for (std::uint32_t point = 0;; ++point) {
        out.add(some_run({point, 0, 0}, 200));
        if (point % 7 == 0) out.flush();
        if (point == 0 && write(said, "x", 1) != 1) _exit(1);
    }
}

/// Starts a writer and kills it some time later; with `rows` after its first.
void kill_a_writer(const std::string& folder, bool rows, useconds_t later)
{
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) add_until_killed(folder, ends[1]);
    char byte = 0;
    if (rows) REQUIRE(read(ends[0], &byte, 1) == 1);
    usleep(later);
    REQUIRE(kill(child, SIGKILL) == 0);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    close(ends[0]);
    close(ends[1]);
}

}  // namespace

TEST_CASE("a writer killed at any moment leaves a prefix of its runs", "[store]")
{
    std::mt19937 luck(20);
    for (int trial = 0; trial < 10; ++trial) {
        const Shards shards;
        const bool rows = trial >= 4;
        kill_a_writer(shards.folder(), rows, luck() % (rows ? 100'000 : 20'000));

        const auto store = shards.store(200);
        for (const auto& shard : store.shards())
            CHECK(shard.problem == "");
        const auto done = static_cast<std::uint32_t>(store.done());
        bool prefix = true;
        for (std::uint32_t point = 0; point < done; ++point)
            prefix = prefix && store.read({point, 0, 0}) == some_run({point, 0, 0}, 200);
        CHECK(prefix);
        CHECK(store.state({done, 0, 0}) == RunState::missing);
        if (rows) CHECK(done > 0);

        // The next attempt goes beside it.
        ShardWriter(shards.folder(), some_info, "a").add(some_run({done, 0, 0}, 200));
        CHECK(shards.store(200).done() == done + 1);
    }
}

TEST_CASE("a journal that a killed writer left is rolled back", "[store]")
{
    // Found as a killed process leaves it: the file half changed, the journal with what was there.
    const Shards shards;
    const auto run = [](std::uint32_t point) { return some_run({point, 0, 0}, 200); };
    std::string path;
    {
        ShardWriter out(shards.folder(), some_info, "a");
        for (std::uint32_t point = 0; point < 100; ++point)
            out.add(run(point));
        path = out.path();
    }
    auto database = std::make_unique<sqlite::Database>(path, sqlite::Access::write, 0);
    for (const char* sql :
         {"PRAGMA cache_size=2", "BEGIN", "UPDATE run SET point = point + 500",
          "INSERT INTO run SELECT * FROM run", "INSERT INTO run SELECT * FROM run",
          "INSERT INTO run SELECT * FROM run"}) {
        database->run(sql);
    }
    const auto half = content(path), journal = content(path + "-journal");
    database.reset();
    const auto whole = content(path);
    REQUIRE(half != whole);
    REQUIRE(journal.size() > 32'768);
    put(path, half);
    put(path + "-journal", journal);
    const auto store = shards.store(200);
    CHECK(store.shards()[0].problem == "");
    CHECK(store.done() == 100);
    CHECK(store.read({99, 0, 0}) == run(99));
    CHECK_FALSE(std::filesystem::exists(path + "-journal"));
}

TEST_CASE("a shard of another study, or of other quantities, is named", "[store]")
{
    const Shards shards;
    shards.write("b", 100, 110);
    const ShardInfo other{"fedcba9876543210fedcba", "0.1.0", "1/1", ""};
    ShardWriter(shards.folder(), other, "a").add(some_run({0, 0, 0}));
    CHECK(problem_of_a(shards) == shards.folder() +
                                      "/a.sqlite is of another study (fedcba987654...), this one "
                                      "is 0123456789ab...; its runs are not used");
    CHECK(shards.store().shards()[0].info == other);

    std::filesystem::remove(shards.folder() + "/a.sqlite");
    ShardWriter(shards.folder(), some_info, "a").add(some_run({0, 0, 0}, 4));
    CHECK(problem_of_a(shards) ==
          shards.folder() +
              "/a.sqlite keeps 4 quantities of a run, this study 5; its runs are not "
              "used");
}

TEST_CASE("files that are no shards of ours are named", "[store]")
{
    const Two two;
    const auto good = content(two.a);
    put(two.a, "");
    CHECK_THAT(problem_of_a(two), ContainsSubstring("a.sqlite is empty"));
    put(two.a, "point,value\n1,2\n");
    CHECK_THAT(problem_of_a(two), ContainsSubstring("file is not a database"));
    put(two.a, "");
    change(two.a, "CREATE TABLE run (point INTEGER)");
    CHECK_THAT(problem_of_a(two), ContainsSubstring("is no shard of a sweep"));
    put(two.a, good);
    change(two.a, "PRAGMA user_version=2");
    CHECK_THAT(problem_of_a(two), ContainsSubstring("is of format 2, and this program reads"));
    std::filesystem::remove(two.a);
    std::filesystem::create_directory(two.a);
    CHECK_THAT(problem_of_a(two), ContainsSubstring("cannot be read"));
}

TEST_CASE("a shard whose tables are not the two of ours is not asked for anything", "[store]")
{
    const std::string endless =
        " AS WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n) SELECT i AS ";
    const std::vector<std::string> changes{
        "DROP TABLE run; CREATE VIEW run" + endless + "point FROM n",
        "DROP TABLE shard; CREATE VIEW shard" + endless + "study_id FROM n",
        "ALTER TABLE run ADD COLUMN twice AS (point * 2)",
        "DROP TABLE run",
        "CREATE TABLE more (x)",
        "CREATE INDEX fast ON run (point)",
        "CREATE TRIGGER t AFTER INSERT ON run BEGIN SELECT 1; END"};
    for (const std::string& sql : changes) {
        const Two two;
        change(two.a, sql.c_str());
        INFO(sql);
        CHECK_THAT(problem_of_a(two), ContainsSubstring("its tables are not those of a shard"));
    }
}

TEST_CASE("rows changed by hand are found", "[store]")
{
    for (const char* sql :
         {"UPDATE run SET point = 99 WHERE point = 3", "UPDATE run SET seconds = 0",
          "UPDATE run SET outcome = x'00' WHERE point = 3", "UPDATE run SET ok = 0",
          "UPDATE run SET fingerprint = 1", "UPDATE run SET error = 'x' WHERE point = 29"}) {
        const Two two;
        change(two.a, sql);
        INFO(sql);
        CHECK_THAT(problem_of_a(two), ContainsSubstring("is damaged (a row has changed: point"));
    }
    const Two two;
    change(two.a, "UPDATE shard SET program = '9'");
    CHECK_THAT(problem_of_a(two), ContainsSubstring("what it says of itself has changed"));
}

TEST_CASE("a shard cut anywhere is named, the others are used", "[store]")
{
    const Two two;
    const auto good = content(two.a);
    for (const std::size_t size :
         {std::size_t{1}, std::size_t{15}, std::size_t{16}, std::size_t{100}, std::size_t{512},
          std::size_t{4096}, std::size_t{32768}, std::size_t{32769}, std::size_t{65536},
          good.size() - 32768, good.size() - 1}) {
        put(two.a, std::string_view(good).substr(0, size));
        INFO(size << " of " << good.size());
        CHECK(problem_of_a(two) != "");
    }
    put(two.a, good);
    CHECK(problem_of_a(two) == "");
}

TEST_CASE("flipped bits never change a row unseen", "[store]")
{
    const Two two;
    const auto good = content(two.a);
    std::mt19937 luck(7);
    std::size_t found = 0;
    for (int trial = 0; trial < 400; ++trial) {
        auto bytes = good;
        const auto page = luck() % (good.size() / 32768) * 32768;
        // Half of them where headers are, half anywhere.
        const auto at = trial % 2 == 0 ? page + luck() % 200 : luck() % bytes.size();
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << luck() % 8));
        put(two.a, bytes);
        const auto store = two.store();
        INFO("byte " << at);
        if (store.shards()[0].problem != "") {
            ++found;
            continue;
        }
        bool equal = store.done() == 40;
        for (std::uint32_t point = 0; point < 30; ++point)
            equal = equal && store.read({point, 0, 0}) == some_run({point, 0, 0});
        CHECK(equal);
    }
    CHECK(found >= 50);
}

TEST_CASE("a full disk is said once, and what was written is kept", "[store]")
{
    const Shards shards;
    std::string said;
    std::uint32_t point = 0;
    {
        ShardWriter out(shards.folder(), some_info, "a");
        const SmallFiles small(400'000);
        try {
            for (; point < 100'000; ++point)
                out.add(some_run({point, 0, 0}, 200));
        } catch (const geo::RunError& error) {
            said = error.what();
        }
        CHECK_THROWS_AS(out.add(some_run({point, 0, 0}, 200)), geo::RunError);
        CHECK_THROWS_AS(out.flush(), geo::RunError);
    }
    const auto store = shards.store(200);
    CHECK(store.shards()[0].problem == "");
    CHECK(store.done() >= 150);
    CHECK(store.done() < point);
    CHECK(store.read({static_cast<std::uint32_t>(store.done() - 1), 0, 0}));
    CHECK(said == shards.folder() +
                      "/a.sqlite: cannot be written: a limit on the size of files is in force "
                      "(ulimit -f); the " +
                      std::to_string(store.done()) +
                      " finished runs in it are kept: when that is mended, give the same command "
                      "again and it goes on there");
    {
        const SmallFiles small(1000);
        CHECK_THROWS_AS(ShardWriter(shards.folder(), some_info, "b"), geo::RunError);
    }
    CHECK(shards.store(200).shards().size() == 1);
}

namespace {

/// Fills a disk of 300 KB that only this process sees; its exit status. 0: as it should be.
int fill_small_disk(const std::string& folder)
{
    constexpr int no_disk = 77;
    if (unshare(CLONE_NEWNS) != 0 || mount("", "/", "", MS_REC | MS_PRIVATE, nullptr) != 0 ||
        mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=300k") != 0) {
        return no_disk;
    }
    std::string said;
    ShardWriter out(folder, some_info, "a");
    try {
        for (std::uint32_t point = 0; point < 100'000; ++point)
            out.add(some_run({point, 0, 0}, 50));
    } catch (const geo::RunError& error) {
        said = error.what();
    }
    const SweepStore store(folder, some_info.study_id, 50);
    const auto expected = "a.sqlite: cannot be written: the disk is full; the " +
                          std::to_string(store.done()) + " finished runs in it are kept";
    if (said.find(expected) == said.npos) return 1;
    return store.done() >= 50 && store.shards()[0].problem.empty() ? 0 : 2;
}

}  // namespace

TEST_CASE("a disk that is really full", "[store]")
{
    const Shards shards;
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) _exit(fill_small_disk(shards.folder()));
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    if (WEXITSTATUS(status) == 77) {
        WARN("skipped: no disk of our own can be mounted here");
        return;
    }
    CHECK(WEXITSTATUS(status) == 0);
}
