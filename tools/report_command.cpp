// SPDX-License-Identifier: EUPL-1.2
#include "tools/report_command.h"

#include <fmt/format.h>

#include "sim/output/output_file.h"
#include "sim/report/report.h"
#include "tools/data_folder.h"
#include "tools/log.h"
#include "tools/stopwatch.h"

namespace mgz::cli {

int make_report(const ReportArguments& arguments)
{
    Stopwatch watch;
    const auto page_template = report_template();
    std::vector<report::Folder> folders;
    for (const auto& path : arguments.folders)
        folders.push_back(report::open_folder(path));
    OutputFile out(arguments.out, arguments.force ? Existing::replace : Existing::refuse);
    const auto page = report::report_html(folders, page_template, arguments.language);
    log_info(fmt::format("page: {:.2f} s", watch.lap()));
    out.append(page);
    out.publish();
    fmt::print("{}: {:.1f} MB; open it in a browser\n", arguments.out,
               static_cast<double>(page.size()) * 1e-6);
    return 0;
}

void write_report(OutputFolder& out, const std::string& page_template,
                  report::PageLanguage language)
{
    Stopwatch watch;
    out.write("report.html", report::report_html({report::open_folder(out.part(), out.path())},
                                                 page_template, language));
    log_info(fmt::format("report: {:.2f} s", watch.lap()));
}

}  // namespace mgz::cli
