// SPDX-License-Identifier: EUPL-1.2
#include "sim/sweep/slurm_job.h"

#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include "tests/support/catch.h"

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinRel;
using mgz::SlurmPlan;
using mgz::SlurmRequest;
using Words = std::vector<std::string>;

/// 1,000 runs of 3 seconds in ten slices, of which three are finished.
static SlurmRequest request()
{
    SlurmRequest r;
    r.folder = "/data/sweep";
    r.program = "/opt/mgz";
    r.name = "what decides";
    r.runs_total = 1000;
    r.runs_missing = 700;
    r.slices = {10, {0, 1, 2, 5, 7, 8, 9}, 100};
    r.seconds_per_run = 3;
    r.megabytes = 320;
    r.megabytes_per_thread = 40;
    r.bytes_per_run = 3200;
    return r;
}

/// What a shell prints for a command.
static std::string output_of(const std::string& command)
{
    std::FILE* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string text;
    std::array<char, 4096> buffer{};
    while (const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), pipe))
        text.append(buffer.data(), n);
    REQUIRE(pclose(pipe) == 0);
    return text;
}

TEST_CASE("A task of a sweep takes about half an hour")
{
    CHECK(mgz::fitting_slice_count(10000, 1.8, 1) == 10);
    CHECK(mgz::fitting_slice_count(10000, 1.8, 5) == 2);
    CHECK(mgz::fitting_slice_count(10001, 1.8, 1) == 11);
    CHECK(mgz::fitting_slice_count(7, 0.001, 1) == 1);
    // Never more tasks than runs, nor more than a cluster takes.
    CHECK(mgz::fitting_slice_count(3, 1e5, 1) == 3);
    CHECK(mgz::fitting_slice_count(1000000, 100, 1) == 1000);
    CHECK(mgz::fitting_slice_count(0, 100, 1) == 1);
}

/// Numbers below `end` whose remainder by `divisor` is one of these.
static std::vector<std::size_t> numbers(std::size_t end, std::size_t divisor,
                                        const std::vector<std::size_t>& remainders)
{
    std::vector<std::size_t> found;
    for (std::size_t run = 0; run < end; ++run) {
        for (const std::size_t remainder : remainders) {
            if (run % divisor == remainder) found.push_back(run);
        }
    }
    return found;
}

TEST_CASE("Slices in which runs are missing")
{
    const mgz::Slices slices = mgz::cut({3, 10, 14, 17, 31}, 7);
    CHECK(slices.count == 7);
    CHECK(slices.with_missing == std::vector<std::uint32_t>{0, 3});
    CHECK(slices.fullest == 4);
    CHECK(mgz::cut({}, 3).with_missing.empty());
    CHECK(mgz::cut({0, 1, 2}, 5).with_missing == std::vector<std::uint32_t>{0, 1, 2});
}

TEST_CASE("What an array left is spread over new tasks")
{
    // Slice 3 of 10 is missing and would fill ten tasks: with 10 again, one task would have it all.
    const auto missing = numbers(100000, 10, {3});
    const double seconds = 1.8;
    REQUIRE(mgz::fitting_slice_count(missing.size(), seconds, 1) == 10);
    const mgz::Slices slices = mgz::cut_evenly(missing, seconds, 1);
    CHECK(slices.count == 11);
    CHECK(slices.with_missing.size() == 11);
    CHECK(slices.fullest == 910);
    // Nothing to gain: the count that fits.
    CHECK(mgz::cut_evenly(numbers(10000, 1, {0}), seconds, 1).count == 10);
    CHECK(mgz::cut_evenly({5}, seconds, 1).with_missing.size() == 1);
}

TEST_CASE("Array ranges of slices")
{
    CHECK(mgz::array_ranges({0, 1, 2, 3, 4, 5, 6}) == "0-6");
    CHECK(mgz::array_ranges({3, 7, 12}) == "3,7,12");
    CHECK(mgz::array_ranges({0, 1, 5, 7, 8, 9}) == "0-1,5,7-9");
    CHECK(mgz::array_ranges({4}) == "4");
    CHECK(mgz::array_ranges({}).empty());
}

TEST_CASE("What a sweep asks of Slurm")
{
    const SlurmPlan plan = slurm_plan(request());
    CHECK(plan.tasks == 7);
    CHECK(plan.array == "0-2,5,7-9");
    // 100 runs of 3 s, half as long again, and 2 minutes: 9.5, in steps of 5.
    CHECK(plan.minutes == 10);
    CHECK(plan.memory_mb == 480);
    CHECK_THAT(plan.core_hours, WithinRel(700 * 3 / 3600.0, 1e-12));
    CHECK_THAT(plan.core_hours_asked, WithinRel(7 * 10 / 60.0, 1e-12));
    CHECK_THAT(plan.store_bytes, WithinRel(700 * 3200.0, 1e-12));
}

TEST_CASE("Time asked goes by the fullest slice and the last round of its threads")
{
    SlurmRequest r = request();
    r.slices.fullest = 401;
    CHECK(slurm_plan(r).minutes == 35);  // 401 x 3 s x 1.5 = 30.08 minutes, and 2
    r.cpus = 4;
    CHECK(slurm_plan(r).minutes == 10);  // 101 rounds: 7.6 minutes, and 2
    CHECK(slurm_plan(r).memory_mb == 660);
    r.seconds_per_run = 0.001;
    CHECK(slurm_plan(r).minutes == 5);
    r.seconds_per_run = 1e4;
    r.slices.fullest = 1;
    CHECK(slurm_plan(r).minutes == 255);  // one run keeps one of four threads busy
}

TEST_CASE("What the user asks goes before what was measured")
{
    SlurmRequest r = request();
    r.minutes = 7;
    r.megabytes_asked = 128;
    CHECK(slurm_plan(r).minutes == 7);
    CHECK(slurm_plan(r).memory_mb == 128);
    r.megabytes_asked.reset();
    r.megabytes = 20;
    CHECK(slurm_plan(r).memory_mb == 300);
}

TEST_CASE("The collect job has room for the whole store")
{
    SlurmRequest r = request();
    CHECK(slurm_plan(r).collect_minutes == 15);
    r.runs_total = 1000000;
    CHECK(slurm_plan(r).collect_minutes == 50);  // 3.2 GB at 2 MB/s, half as long again, and 10
    CHECK(slurm_plan(r).collect_memory_mb == 630);
}

TEST_CASE("The script of the array")
{
    SlurmRequest r = request();
    r.at_most = 20;
    r.partition = "main,rome";
    r.account = "edu-42";
    r.cpus = 4;
    const std::string script = array_script(r, slurm_plan(r));
    CHECK(script.rfind("#!/bin/sh\n", 0) == 0);
    for (const char* line :
         {"--array=0-2,5,7-9%20", "--job-name=mgz-sweep-what-decides", "--nodes=1", "--ntasks=1",
          "--cpus-per-task=4", "--mem=660M", "--time=5", "--requeue", "--open-mode=append",
          "--partition=main,rome", "--account=edu-42"}) {
        CHECK_THAT(script, ContainsSubstring(std::string("\n#SBATCH ") + line + "\n"));
    }
    CHECK(script.find("/data/sweep") == std::string::npos);
    CHECK(script.find("/opt/mgz") == std::string::npos);
    const SlurmRequest plain = request();
    const std::string other = array_script(plain, slurm_plan(plain));
    CHECK(other.find("partition") == std::string::npos);
    CHECK(other.find("account") == std::string::npos);
    CHECK_THAT(other, ContainsSubstring("--array=0-2,5,7-9\n"));
}

TEST_CASE("A shell hands odd names through the scripts as they are")
{
    SlurmRequest r = request();
    r.name = "x\n#SBATCH --wrap=no";
    r.folder = GENERATE("/a b/it's \"so\" $HOME `x`", "/plain", "/per%cent;*?");
    r.program = "/bin/echo";
    r.data_folder = "/data of mine";
    const SlurmPlan plan = slurm_plan(r);
    CHECK_THAT(array_script(r, plan), ContainsSubstring("=mgz-sweep-x--SBATCH---wrap-no\n"));
    const auto run = [&](const std::string& script, const Words& arguments) {
        Words words{"sh", "-c", script, "script"};
        words.insert(words.end(), arguments.begin(), arguments.end());
        return output_of("SLURM_ARRAY_TASK_ID=3 SLURM_CPUS_PER_TASK=2 " + mgz::shell_line(words));
    };
    CHECK(run(array_script(r, plan), {r.folder, r.program, "7", r.data_folder}) ==
          "sweep run " + r.folder + " --slice 3/7 --threads 2 --keep-going\n");
    CHECK(run(collect_script(r, plan), {r.folder, r.program, r.data_folder}) ==
          "sweep collect " + r.folder + "\n");
}

TEST_CASE("The folder of the data reaches the jobs")
{
    const SlurmRequest r = request();
    const std::string script = array_script(r, slurm_plan(r));
    // In the place of the program: what it would see.
    const std::string seen = script.substr(0, script.find("exec ")) + "printenv MGZ_DATA";
    const auto data_of = [&](const std::string& argument) {
        return output_of("MGZ_DATA=old " +
                         mgz::shell_line({"sh", "-c", seen, "script", "", "", "", argument}));
    };
    CHECK(data_of("new one") == "new one\n");
    CHECK(data_of("") == "old\n");
}

TEST_CASE("The commands that submit")
{
    SlurmRequest r = request();
    r.folder = "/a 50% b";
    const Words array = array_submission(r);
    CHECK(array == Words{"sbatch", "--parsable", "--output=/a 50%% b/slurm/%A_%a.log",
                         "/a 50% b/slurm/array.sbatch", "/a 50% b", "/opt/mgz", "10", ""});
    CHECK(collect_submission(r, "12") == Words{"sbatch", "--parsable", "--dependency=afterany:12",
                                               "--output=/a 50%% b/slurm/%j_collect.log",
                                               "/a 50% b/slurm/collect.sbatch", "/a 50% b",
                                               "/opt/mgz", ""});
}

TEST_CASE("A shell reads a line back as the same words")
{
    const Words words{"plain/path-1.txt", "a b", "it's", "$(rm x)", "", "new\nline", "\"q\"", "*"};
    Words command{"printf", "[%s]"};
    command.insert(command.end(), words.begin(), words.end());
    std::string expected;
    for (const std::string& word : words)
        expected += "[" + word + "]";
    CHECK(output_of(mgz::shell_line(command)) == expected);
    CHECK(mgz::shell_line({"sbatch", "--output=a/%A_%a.log"}) == "sbatch --output=a/%A_%a.log");
}
