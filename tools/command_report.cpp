// SPDX-License-Identifier: EUPL-1.2
// The command line of mgz report.
#include <memory>

#include "tools/command_parts.h"
#include "tools/report_command.h"

namespace mgz::cli {

void add_report(Program& program)
{
    const auto arguments = std::make_shared<ReportArguments>();
    ReportArguments& a = *arguments;
    CLI::App* app = add_command(
        program, program.app, "report", "Make a page to look at, of what other commands left",
        "Examples:\n"
        "  mgz report out/baseline -o baseline.html\n"
        "  mgz report out/plans out/far-gap-drivers -o plans.html --lang nl\n"
        "OUT are folders that mgz run, compare or sensitivity made, over the same regions. The "
        "page\n"
        "is one file that needs no network: maps, years, scenarios, tables. run and compare leave\n"
        "one in their folder too.");
    app->add_option("OUT", a.folders, "One or more folders")->required()->type_name("");
    app->add_option("-o,--output", a.out, "File to make")->required()->type_name("FILE.html");
    const auto language = std::make_shared<std::string>("en");
    one_of(app, "--lang", *language, {"en", "nl"}, "Language in which the page opens");
    app->add_flag("--force", a.force, "Replace the file if it exists");
    app->callback([&program, arguments, language] {
        arguments->language =
            *language == "nl" ? report::PageLanguage::dutch : report::PageLanguage::english;
        program.command.call = [arguments] { return make_report(*arguments); };
    });
}

}  // namespace mgz::cli
