// SPDX-License-Identifier: EUPL-1.2
// A file that is streamed: whole or not at all, as write_file() has it for bytes in memory.
#include "sim/output/output_file.h"

#include <sys/resource.h>

#include <csignal>

#include "geo/check.h"
#include "tests/sim/output/folder.h"
#include "tests/support/geo_files.h"

namespace fs = std::filesystem;
using Catch::Matchers::Equals;
using mgz::Existing;
using mgz::OutputFile;
using support::content;
using support::TempFolder;

static std::ptrdiff_t files_in(const TempFolder& temp)
{
    return std::distance(fs::directory_iterator(temp.path("")), {});
}

TEST_CASE("what is appended to a file is in it, in order, once it is published", "[writer]")
{
    const TempFolder temp;
    std::string expected;
    {
        OutputFile out(temp.path("a.csv"), Existing::refuse);
        for (const std::size_t length :
             {0, 3, 600'000, 600'000, 1'048'576, 1'048'577, 5, 3'000'000}) {
            const std::string part(length, static_cast<char>('a' + length % 23));
            out.append(part);
            expected += part;
        }
        CHECK_FALSE(fs::exists(temp.path("a.csv")));
        out.publish();
    }
    CHECK(content(temp.path("a.csv")) == expected);
    CHECK(files_in(temp) == 1);
}

TEST_CASE("a file that is not published leaves nothing, and an older one as it was", "[writer]")
{
    const TempFolder temp;
    temp.write("old.csv", "old");
    {
        OutputFile fresh(temp.path("new.csv"), Existing::refuse);
        OutputFile older(temp.path("old.csv"), Existing::replace);
        fresh.append("new");
        older.append("new");
    }
    CHECK(content(temp.path("old.csv")) == "old");
    CHECK(files_in(temp) == 1);
}

TEST_CASE("a file made by somebody else is published too", "[writer]")
{
    const TempFolder temp;
    const auto old = temp.write("map.gpkg", "old");
    OutputFile out(old, Existing::replace);
    CHECK(fs::path(out.part()).extension() == ".gpkg");
    std::ofstream(out.part()) << "made";
    out.publish();
    CHECK(content(old) == "made");
}

TEST_CASE("a streamed file refuses at once what cannot be", "[writer]")
{
    const TempFolder temp;
    const auto there = temp.write("a.csv", "mine");
    CHECK_THROWS_WITH(OutputFile(there, Existing::refuse),
                      Equals(there + ": exists; give another file or --force"));
    CHECK_THROWS_WITH(
        OutputFile(temp.path(""), Existing::replace),
        Equals(temp.path("") + ": exists and is not a plain file; give another path"));
    CHECK_THROWS_AS(OutputFile(temp.path("no/a.csv"), Existing::refuse), geo::InputError);
    CHECK_THROWS_AS(OutputFile("", Existing::refuse), geo::InputError);
    OutputFile out(temp.path("b.csv"), Existing::refuse);
    out.append("mine");
    temp.write("b.csv", "another's");
    CHECK_THROWS_WITH(
        out.publish(),
        Equals(temp.path("b.csv") + ": has come to exist while this ran; give another file"));
    CHECK(content(temp.path("b.csv")) == "another's");
}

TEST_CASE("a disk that fills up while a file is streamed", "[writer]")
{
    const TempFolder temp;
    const auto old = temp.write("a.csv", "old");
    std::string said;
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{2'000'000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    try {
        OutputFile out(old, Existing::replace);
        for (int i = 0; i < 100; ++i)
            out.append(std::string(100'000, 'x'));
        out.publish();
    } catch (const geo::RunError& error) {
        said = error.what();
    }
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK(said ==
          old +
              ": cannot be written: File too large; a limit on the size of files is in force "
              "(ulimit -f); raise it, or give a folder on another disk");
    CHECK(content(old) == "old");
    CHECK(files_in(temp) == 1);
}
