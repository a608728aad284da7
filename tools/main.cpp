// SPDX-License-Identifier: EUPL-1.2
/// mgz: geographic simulation of the medical-generalist care workforce.
/// Exit status: 0 fine, 1 the run failed, 2 usage or input error.

#include <cstdio>
#include <exception>
#include <new>
#include <string>

#include "geo/check.h"
#include "geo/one_line.h"
#include "tools/command.h"
#include "tools/log.h"
#include "tools/start_up.h"

static constexpr auto no_output = "standard output cannot be written to";

/// One line: what names and files hold must not steer the terminal.
static int fail(const std::string& why, int status)
{
    std::fprintf(stderr, "mgz: %s\n", geo::one_line(why).c_str());
    return status;
}

int main(int argc, char** argv)
{
    try {
        mgz::cli::prepare_process();
        const mgz::cli::Command command = mgz::cli::read_command_line(argc, argv);
        mgz::cli::set_up_log(command.verbosity);
        const int status = command.call();
        // What was printed may still be in memory, and the disk behind stdout full.
        if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) throw geo::RunError(no_output);
        return status;
    } catch (const geo::InputError& error) {
        return fail(error.what(), 2);
    } catch (const std::bad_alloc&) {
        return fail("there is not enough memory; try fewer replicates or larger cells", 1);
    } catch (const std::exception& error) {
        return fail(std::ferror(stdout) != 0 ? no_output : error.what(), 1);
    }
}
