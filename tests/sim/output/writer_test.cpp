// SPDX-License-Identifier: EUPL-1.2
// Whole or not at all: what stands on the disk before, during and after.
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>

#include "geo/check.h"
#include "sim/output/disk.h"
#include "sim/output/sha256.h"
#include "sim/output/write_atomically.h"
#include "tests/support/catch.h"
#include "tests/support/content.h"
#include "tests/support/geo_files.h"

namespace fs = std::filesystem;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::Equals;
using mgz::Existing;
using mgz::OutputFolder;
using support::content;
using support::TempFolder;

namespace {

std::vector<std::string> names_in(const std::string& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// What the constructor says; "" when it takes the path.
std::string refusal(const std::string& path, Existing existing,
                    const std::vector<std::string>& keep = {})
{
    try {
        const OutputFolder out(path, existing, keep);
    } catch (const geo::InputError& error) {
        return error.what();
    }
    return "";
}

/// While one of these lives, root is nobody in particular.
class OrdinaryUser {
public:
    OrdinaryUser() : before_(geteuid())
    {
        constexpr uid_t nobody = 65534;
        changed_ = before_ == 0 && seteuid(nobody) == 0;
    }
    ~OrdinaryUser()
    {
        if (changed_ && seteuid(before_) != 0) std::abort();
    }
    OrdinaryUser(const OrdinaryUser&) = delete;
    OrdinaryUser& operator=(const OrdinaryUser&) = delete;

private:
    uid_t before_;
    bool changed_ = false;
};

/// While one of these lives, files may not grow beyond so many bytes: what a full disk does,
/// without one.
class SmallFiles {
public:
    explicit SmallFiles(rlim_t bytes)
    {
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit small{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles()
    {
        setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    SmallFiles(const SmallFiles&) = delete;
    SmallFiles& operator=(const SmallFiles&) = delete;

private:
    rlimit before_{};
    void (*handler_)(int) = nullptr;
};

}  // namespace

TEST_CASE("SHA-256 of the test vectors of FIPS 180", "[writer]")
{
    CHECK(mgz::sha256_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    const TempFolder temp;
    const auto hashed = mgz::hash_file(temp.write("abc", "abc"));
    REQUIRE(hashed);
    CHECK(hashed->sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hashed->size == 3);
    CHECK_FALSE(mgz::hash_file(temp.path("nothing")));
}

TEST_CASE("a folder appears whole, under its name, at the end", "[writer]")
{
    const TempFolder temp;
    OutputFolder out(temp.path("out/"), Existing::refuse);
    CHECK(out.path() == temp.path("out"));
    out.write("b.txt", "abc");
    out.write("a.txt", "");
    CHECK_FALSE(fs::exists(temp.path("out")));
    out.publish();
    CHECK(names_in(temp.path("")) == std::vector<std::string>{"out"});
    CHECK(names_in(temp.path("out")) == std::vector<std::string>{"a.txt", "b.txt"});
    CHECK(content(temp.path("out/b.txt")) == "abc");
    const auto files = out.files();
    REQUIRE(files.size() == 2);
    CHECK(files[0].name == "a.txt");
    CHECK(files[0].size == 0);
    CHECK(files[1].sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("what is not published leaves nothing", "[writer]")
{
    const TempFolder temp;
    {
        OutputFolder out(temp.path("out"), Existing::refuse);
        out.write("a.txt", "abc");
        CHECK(names_in(temp.path("")).size() == 1);
    }
    CHECK(names_in(temp.path("")).empty());
}

TEST_CASE("leftovers of a dead process are left and do no harm", "[writer]")
{
    const TempFolder temp;
    const auto leftover = "out.part-" + std::to_string(getpid());
    fs::create_directory(temp.path(leftover));
    temp.write(leftover + "/a.txt", "old");
    OutputFolder out(temp.path("out"), Existing::refuse);
    out.write("a.txt", "new");
    out.publish();
    CHECK(content(temp.path("out/a.txt")) == "new");
    CHECK(content(temp.path(leftover + "/a.txt")) == "old");
}

TEST_CASE("what exists is refused, before any work is done", "[writer]")
{
    const TempFolder temp;
    fs::create_directory(temp.path("out"));
    CHECK(refusal(temp.path("out"), Existing::refuse) ==
          temp.path("out") + ": exists; give another folder or --force");
    temp.write("file", "abc");
    CHECK(refusal(temp.path("file"), Existing::refuse) ==
          temp.path("file") + ": exists; give another folder or --force");
    fs::create_symlink(temp.path("nowhere"), temp.path("link"));
    CHECK(refusal(temp.path("link"), Existing::refuse) ==
          temp.path("link") + ": exists; give another folder or --force");
    CHECK(names_in(temp.path("")) == std::vector<std::string>{"file", "link", "out"});
}

TEST_CASE("with --force an older run is exchanged and goes", "[writer]")
{
    const TempFolder temp;
    fs::create_directory(temp.path("out"));
    temp.write("out/manifest.json", "{}");
    temp.write("out/old.txt", "old");
    OutputFolder out(temp.path("out"), Existing::replace);
    out.write("manifest.json", "new");
    CHECK(content(temp.path("out/old.txt")) == "old");
    out.publish();
    CHECK(names_in(temp.path("")) == std::vector<std::string>{"out"});
    CHECK(names_in(temp.path("out")) == std::vector<std::string>{"manifest.json"});
    CHECK(content(temp.path("out/manifest.json")) == "new");
}

TEST_CASE("with --force an older run stays as it was when the new one fails", "[writer]")
{
    const TempFolder temp;
    fs::create_directory(temp.path("out"));
    temp.write("out/manifest.json", "old");
    {
        OutputFolder out(temp.path("out"), Existing::replace);
        out.write("manifest.json", "new");
    }
    CHECK(content(temp.path("out/manifest.json")) == "old");
    CHECK(names_in(temp.path("")) == std::vector<std::string>{"out"});
}

TEST_CASE("the force option follows a link to the folder it means", "[writer]")
{
    const TempFolder temp;
    fs::create_directories(temp.path("disk/run"));
    fs::create_directory_symlink(temp.path("disk/run"), temp.path("out"));
    OutputFolder out(temp.path("out"), Existing::replace);
    out.write("a.txt", "abc");
    out.publish();
    CHECK(fs::is_symlink(temp.path("out")));
    CHECK(content(temp.path("disk/run/a.txt")) == "abc");
    CHECK(names_in(temp.path("disk")) == std::vector<std::string>{"run"});
}

TEST_CASE("the force option replaces runs, not documents, inputs, the working folder or the root",
          "[writer]")
{
    const TempFolder temp;
    fs::create_directory(temp.path("docs"));
    temp.write("docs/thesis.txt", "years of work");
    CHECK(refusal(temp.path("docs"), Existing::replace) ==
          temp.path("docs") +
              ": is not empty and holds no manifest.json: no run of mgz made it; give another "
              "folder, or remove this one yourself");
    temp.write("docs/manifest.json", "{}");
    CHECK(refusal(temp.path("docs"), Existing::replace).empty());
    const auto input = temp.write("docs/regions.shp", "");
    CHECK(refusal(temp.path("docs"), Existing::replace, {input}) ==
          temp.path("docs") + ": holds " + input + ", which the run reads; give another folder");
    CHECK_THAT(refusal("/", Existing::replace), Equals("/: is the working folder or above it; "
                                                       "give another folder"));
    CHECK_THAT(refusal(".", Existing::replace), Equals(".: is the working folder or above it; "
                                                       "give another folder"));
    CHECK(refusal(temp.write("file", ""), Existing::replace) ==
          temp.path("file") + ": exists and is not a folder; give another path");
    CHECK(content(temp.path("docs/thesis.txt")) == "years of work");
}

TEST_CASE("a folder that cannot be made is refused in one sentence", "[writer]")
{
    const TempFolder temp;
    CHECK(refusal("", Existing::refuse) == "--output: is empty; give a folder");
    CHECK(refusal(temp.path("no/out"), Existing::refuse) ==
          temp.path("no/out") + ": the folder " + temp.path("no") +
              " does not exist; make it first, or give another folder");
    temp.write("file", "abc");
    CHECK(refusal(temp.path("file/out"), Existing::refuse) ==
          temp.path("file/out") + ": " + temp.path("file") +
              " is not a folder; give a path in a folder that you may write to");
    const std::string long_name(300, 'x');
    CHECK_THAT(refusal(temp.path(long_name), Existing::refuse),
               ContainsSubstring("cannot be made: File name too long; give a shorter name"));
}

TEST_CASE("a folder that may not be written to is refused", "[writer]")
{
    const TempFolder temp;
    fs::permissions(temp.path(""), fs::perms::owner_read | fs::perms::owner_exec |
                                       fs::perms::others_read | fs::perms::others_exec);
    {
        const OrdinaryUser user;
        if (geteuid() == 0) {
            WARN("skipped: root cannot become another user here, and may write anywhere");
        } else {
            CHECK(refusal(temp.path("out"), Existing::refuse) ==
                  temp.path("out") +
                      ": cannot be made: Permission denied; give a folder that you may write to");
        }
    }
    fs::permissions(temp.path(""), fs::perms::owner_all);
    CHECK(names_in(temp.path("")).empty());
}

TEST_CASE("two folders change names where the system cannot do it in one step", "[writer]")
{
    const TempFolder temp;
    fs::create_directory(temp.path("new"));
    fs::create_directory(temp.path("out"));
    temp.write("new/a.txt", "new");
    temp.write("out/a.txt", "old");
    mgz::disk::exchange_in_steps(temp.path("new"), temp.path("out"), "out");
    CHECK(content(temp.path("out/a.txt")) == "new");
    CHECK(content(temp.path("new/a.txt")) == "old");
    CHECK_THROWS_WITH(
        mgz::disk::exchange_in_steps(temp.path("missing"), temp.path("out"), "out"),
        Equals("out: cannot be replaced: No such file or directory; give another folder"));
    CHECK(content(temp.path("out/a.txt")) == "new");
    CHECK(names_in(temp.path("")) == std::vector<std::string>{"new", "out"});
}

TEST_CASE("a machine that refuses is heard, and nothing stays behind", "[writer]")
{
    const TempFolder temp;
    const std::string large(100000, 'x');
    for (const std::size_t limit : {0, 1, 4096, 99999}) {
        OutputFolder out(temp.path("out"), Existing::refuse);
        out.write("first.txt", "");
        const SmallFiles small(limit);
        try {
            out.write("large.txt", large);
            FAIL("a file of 100,000 bytes under a limit of " << limit);
        } catch (const geo::RunError& error) {
            CHECK_THAT(std::string(error.what()),
                       Equals(temp.path("out/large.txt") +
                              ": cannot be written: File too large; a limit on the size of files "
                              "is in force (ulimit -f); raise it, or give a folder on another "
                              "disk"));
        }
    }
    CHECK(names_in(temp.path("")).empty());
}

TEST_CASE("a name taken meanwhile is not taken back", "[writer]")
{
    const TempFolder temp;
    {
        OutputFolder out(temp.path("out"), Existing::refuse);
        out.write("a.txt", "mine");
        fs::create_directory(temp.path("out"));
        CHECK_THROWS_WITH(out.publish(),
                          Equals(temp.path("out") + ": has come to exist while this ran; give "
                                                    "another folder"));
    }
    CHECK(names_in(temp.path("")) == std::vector<std::string>{"out"});
    CHECK(names_in(temp.path("out")).empty());
}

TEST_CASE("one file: whole or not at all", "[writer]")
{
    const TempFolder temp;
    const auto path = temp.path("file");
    mgz::write_file(path, "one", Existing::refuse);
    CHECK(content(path) == "one");
    CHECK_THROWS_WITH(mgz::write_file(path, "two", Existing::refuse),
                      Equals(path + ": exists; give another file or --force"));
    mgz::write_file(path, "two", Existing::replace);
    CHECK(content(path) == "two");
    {
        const SmallFiles small(1);
        CHECK_THROWS_AS(mgz::write_file(path, "three", Existing::replace), geo::RunError);
    }
    CHECK(content(path) == "two");
    CHECK_THROWS_WITH(mgz::write_file(temp.path(""), "x", Existing::replace),
                      Equals(temp.path("") + ": exists and is not a plain file; give another "
                                             "path"));
    CHECK_THROWS_AS(mgz::write_file("/dev/null", "x", Existing::replace), geo::InputError);
    CHECK(names_in(temp.path("")) == std::vector<std::string>{"file"});
}
