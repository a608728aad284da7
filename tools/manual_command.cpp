// SPDX-License-Identifier: EUPL-1.2
#include "tools/manual_command.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <string_view>

#include "geo/check.h"
#include "sim/output/program_version.h"
#include "sim/output/write_atomically.h"
#include "tools/manual_page.h"

namespace mgz::cli {

static std::string date_of_source()
{
    const char* given = std::getenv("SOURCE_DATE_EPOCH");
    if (given == nullptr || *given == '\0') return {};
    constexpr long long last = 253402300799;  // of the year 9999
    const std::string_view text(given);
    long long seconds = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || seconds < 0 ||
        seconds > last) {
        throw geo::InputError(fmt::format("SOURCE_DATE_EPOCH ({})", text),
                              "is not a number of seconds since 1970",
                              "correct this environment variable, or unset it");
    }
    using namespace std::chrono;
    const year_month_day day{floor<days>(sys_seconds{std::chrono::seconds{seconds}})};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

static void write_pages(OutputFolder& out, const CommandEntry& command, const ManualStamp& stamp)
{
    out.write(manual_name(command) + ".1", manual_page(command, stamp));
    for (const CommandEntry& inner : command.commands)
        write_pages(out, inner, stamp);
}

int show_manual(const CommandEntry& root, const ManualArguments& arguments)
{
    const ManualStamp stamp{std::string(program_version()), date_of_source()};
    if (!arguments.out.empty()) {
        if (!arguments.words.empty()) {
            throw geo::InputError("manual", "a folder gets the pages of all commands",
                                  "leave out the command, or -o");
        }
        OutputFolder out(arguments.out, Existing::refuse);
        write_pages(out, root, stamp);
        out.publish();
        return 0;
    }
    const CommandEntry* command = find_command(root, arguments.words);
    if (command == nullptr) {
        throw geo::InputError(
            "manual", fmt::format("there is no command '{}'", fmt::join(arguments.words, " ")),
            "mgz --help lists them");
    }
    fmt::print("{}", manual_page(*command, stamp));
    return 0;
}

}  // namespace mgz::cli
