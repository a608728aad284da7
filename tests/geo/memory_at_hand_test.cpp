// SPDX-License-Identifier: EUPL-1.2
#include "geo/io/memory_at_hand.h"

#include <filesystem>
#include <limits>

#include "tests/support/catch.h"
#include "tests/support/geo_files.h"

namespace {

/// Control groups as the system shows them, in a folder.
class Groups {
public:
    Groups(const std::string& membership) { member_ = folder_.write("cgroup", membership); }

    void set(const std::string& file, const std::string& limit)
    {
        const std::filesystem::path path = folder_.path("mounted/" + file);
        std::filesystem::create_directories(path.parent_path());
        folder_.write("mounted/" + file, limit + "\n");
    }
    double limit() const
    {
        return geo::io::limit_of_control_groups(member_, folder_.path("mounted"));
    }

private:
    support::TempFolder folder_;
    std::string member_;
};

constexpr double none = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("a control group limits those within it", "[memory_at_hand]")
{
    Groups groups("0::/slurm/job_7/step_0\n");
    CHECK(groups.limit() == none);
    groups.set("slurm/job_7/step_0/memory.max", "max");
    CHECK(groups.limit() == none);
    groups.set("slurm/job_7/memory.max", "3000000000");
    CHECK(groups.limit() == 3e9);
    groups.set("slurm/memory.max", "4000000000");
    CHECK(groups.limit() == 3e9);
    groups.set("memory.max", "2000000000");
    CHECK(groups.limit() == 2e9);
    groups.set("slurm/job_8/memory.max", "1");  // another job's
    CHECK(groups.limit() == 2e9);
}

TEST_CASE("control groups of the first version have a tree for memory", "[memory_at_hand]")
{
    Groups groups("8:pids:/other\n4:memory:/box/of:mine\n0::/\n");
    groups.set("other/memory.max", "1");
    groups.set("memory/other/memory.limit_in_bytes", "2");
    CHECK(groups.limit() == none);
    groups.set("memory/box/of:mine/memory.limit_in_bytes", "9223372036854771712");
    groups.set("memory/box/memory.limit_in_bytes", "5000000000");
    CHECK(groups.limit() == 5e9);
}

TEST_CASE("in a container the path of the group is not there, and its root is", "[memory_at_hand]")
{
    Groups groups("0::/machine/outside\n");
    groups.set("memory.max", "6000000000");
    CHECK(groups.limit() == 6e9);
}

TEST_CASE("a system that tells nothing limits nothing", "[memory_at_hand]")
{
    CHECK(geo::io::limit_of_control_groups("/no/such/file", "/no/such/folder") == none);
    CHECK(Groups("").limit() == none);
    CHECK(Groups("0::\nnonsense\n4:memory:").limit() == none);
    const auto there = geo::io::memory_at_hand();
    CHECK(there.bytes > 0);
    CHECK(there.bytes < none);
}
