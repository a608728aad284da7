// SPDX-License-Identifier: EUPL-1.2
#include "tools/start_up.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cctype>
#include <csignal>
#include <cstdlib>

#include "geo/check.h"
#include "geo/memory.h"

namespace mgz::cli {

/// On a smaller stack some library ends without a word.
static constexpr unsigned long long least_stack = 1ULL << 20;

/// A file that is opened while a standard stream is closed gets its number, and what is printed
/// there. Opened for reading, so that printing is refused as it was.
static void occupy_standard_streams()
{
    for (int number = STDIN_FILENO; number <= STDERR_FILENO; ++number)
        if (fcntl(number, F_GETFD) < 0) open("/dev/null", O_RDONLY);
}

static void need_stack()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur >= least_stack) return;
    throw geo::RunError(fmt::format("the stack is limited to {} KiB (ulimit -s); {} are needed",
                                    limit.rlim_cur >> 10, least_stack >> 10));
}

/// "16k", "2 M", "512": kibibytes unless it says otherwise; as OpenMP reads it. 0: nothing it
/// takes.
static unsigned long long bytes_of(const char* text)
{
    char* end = nullptr;
    const unsigned long long number = std::strtoull(text, &end, 10);
    while (std::isspace(static_cast<unsigned char>(*end)))
        ++end;
    switch (std::tolower(static_cast<unsigned char>(*end))) {
        case 'b':
            return number;
        case 'm':
            return number << 20;
        case 'g':
            return number << 30;
        default:
            return number << 10;
    }
}

static void need_stacks_of_threads()
{
    for (const char* name : {"OMP_STACKSIZE", "GOMP_STACKSIZE"}) {
        const char* given = std::getenv(name);
        const auto bytes = given == nullptr ? 0 : bytes_of(given);
        if (bytes == 0 || bytes >= least_stack) continue;
        throw geo::InputError(name, fmt::format("is {}", given),
                              "give 1M or more, or unset this environment variable");
    }
}

void prepare_process()
{
    occupy_standard_streams();
    std::signal(SIGXFSZ, SIG_IGN);  // a file larger than the limit is an error of its write
    geo::keep_freed_memory();
    need_stack();
    need_stacks_of_threads();
}

}  // namespace mgz::cli
