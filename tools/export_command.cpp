// SPDX-License-Identifier: EUPL-1.2
#include "tools/export_command.h"

#include <fmt/format.h>

#include <filesystem>

#include "geo/check.h"
#include "geo/text.h"
#include "sim/output/crate.h"
#include "sim/output/output_file.h"
#include "sim/output/workbook.h"
#include "tools/log.h"
#include "tools/stopwatch.h"

namespace mgz::cli {

static void check_kind(const std::string& path)
{
    if (geo::lower(std::filesystem::path(path).extension().string()) != ".xlsx")
        throw geo::InputError(path, "is no kind of workbook that mgz makes",
                              "end its name in .xlsx");
    if (!geo::io::can_write_workbooks())
        throw geo::InputError(path, "the GDAL of this machine writes no workbooks",
                              "use the CSV files");
}

int export_tables(const ExportArguments& arguments)
{
    check_kind(arguments.out);
    Stopwatch watch;
    OutputFile out(arguments.out, arguments.force ? Existing::replace : Existing::refuse);
    const Workbook workbook = make_workbook(arguments.folder);
    out.append(workbook.bytes);
    out.publish();
    log_info(fmt::format("workbook: {:.2f} s", watch.lap()));
    for (const WorkbookSheet& sheet : workbook.sheets)
        fmt::print("{:>9} rows  {}\n", sheet.rows, sheet.name);
    return 0;
}

int export_crate(const ExportArguments& arguments)
{
    const auto text = crate_json(arguments.folder);
    const auto path = (std::filesystem::path(arguments.folder) / crate_file).string();
    OutputFile out(path, arguments.force ? Existing::replace : Existing::refuse);
    out.append(text);
    out.publish();
    fmt::print("{}: the folder as a research object crate (RO-Crate 1.1)\n", path);
    return 0;
}

}  // namespace mgz::cli
