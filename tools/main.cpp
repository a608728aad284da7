// SPDX-License-Identifier: EUPL-1.2
/// mgz: geographic simulation of the medical-generalist care workforce.
/// Exit status: 0 fine, 1 the run failed, 2 usage or input error.

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <new>

#include "geo/check.h"
#include "geo/memory.h"
#include "tools/command.h"
#include "tools/log.h"

static constexpr auto no_output = "standard output cannot be written to";

static int fail(const char* why, int status)
{
    std::fprintf(stderr, "mgz: %s\n", mgz::cli::printable(why).c_str());
    return status;
}

/// A file that is opened while a standard stream is closed gets its number, and what is printed
/// there. Opened for reading, so that printing is refused as it was.
static void occupy_standard_streams()
{
    for (int number = STDIN_FILENO; number <= STDERR_FILENO; ++number)
        if (fcntl(number, F_GETFD) < 0) open("/dev/null", O_RDONLY);
}

/// On a stack that is too small some library ends without a word.
static void need_stack()
{
    constexpr rlim_t least = rlim_t{1} << 20;
    rlimit limit{};
    if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur >= least) return;
    throw geo::RunError(fmt::format("the stack is limited to {} KiB (ulimit -s); {} are needed",
                                    limit.rlim_cur >> 10, least >> 10));
}

int main(int argc, char** argv)
{
    occupy_standard_streams();
    std::signal(SIGXFSZ, SIG_IGN);  // a file larger than the limit is an error of its write
    geo::keep_freed_memory();
    try {
        need_stack();
        const mgz::cli::Command command = mgz::cli::read_command_line(argc, argv);
        mgz::cli::set_up_log(command.verbosity);
        const int status = command.call();
        // What was printed may still be in memory, and the disk behind stdout full.
        if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
            throw geo::RunError(no_output);
        }
        return status;
    } catch (const geo::InputError& error) {
        return fail(error.what(), 2);
    } catch (const std::bad_alloc&) {
        return fail("there is not enough memory; try fewer replicates or larger cells", 1);
    } catch (const std::exception& error) {
        return fail(std::ferror(stdout) != 0 ? no_output : error.what(), 1);
    }
}
