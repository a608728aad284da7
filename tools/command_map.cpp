// SPDX-License-Identifier: EUPL-1.2
// The command lines of mgz map and mgz export.
#include <memory>

#include "geo/check.h"
#include "tools/command_parts.h"
#include "tools/export_command.h"
#include "tools/map_command.h"

namespace mgz::cli {

static void add_what(CLI::App* app, picture::MapRequest& request)
{
    app->add_option("--indicator", request.indicator, "What to show; OUT/dictionary.csv lists them")
        ->type_name("ID")
        ->capture_default_str();
    app->add_option("--profession", request.profession,
                    "huisarts, so, avg or huisarts_so; the last where there is one")
        ->type_name("ID");
    whole_number(app, "--year", request.year, 1900, 2200,
                 "End of this year; the one that OUT maps unless given")
        ->type_name("YEAR");
    app->add_option("--scenario", request.scenarios,
                    "Of a comparison: draw these, beside each other; of a sensitivity: the policy")
        ->type_name("NAME")
        ->expected(1, 6);
    app->add_flag("--difference", request.difference,
                  "Of a comparison: what changes against the reference, and how sure that is");
}

void add_map(Program& program)
{
    const auto arguments = std::make_shared<MapArguments>();
    MapArguments& a = *arguments;
    CLI::App* app = add_command(
        program, program.app, "map", "Draw a map for a paper, of what other commands left",
        "Examples:\n"
        "  mgz map out/baseline -o shortage.png\n"
        "  mgz map out/baseline --indicator vacancies --profession so --year 2030 -o v.svg\n"
        "  mgz map out/plans --difference --lang nl -o plans.pdf --width 170mm\n"
        "OUT is a folder that mgz run, compare or sensitivity made. Of a sensitivity the map "
        "shows\n"
        "which factor matters most where.");
    app->add_option("OUT", a.folder, "Folder to draw from")->required()->type_name("");
    app->add_option("-o,--output", a.out, "Picture to make; the extension decides what it is")
        ->required()
        ->type_name("FILE.png|.svg|.pdf");
    add_what(app, a.request);
    const auto level = std::make_shared<std::string>("region");
    one_of(app, "--level", *level, {"region", "subregion"}, "Areas");
    const auto language = std::make_shared<std::string>("en");
    one_of(app, "--lang", *language, {"en", "nl"}, "Language of the words in the picture");
    app->add_option("--title", a.request.title, "Instead of what is shown, in words")
        ->type_name("TEXT");
    whole_number(app, "--labels", a.request.labels, 0, 1000,
                 "Areas named on each map, the largest figures first");
    app->add_option("--width", a.width,
                    "On paper, with text at its size there, or of the picture in pixels")
        ->type_name("MMmm|PXpx");
    app->add_flag("--force", a.force, "Replace the file if it exists");
    app->callback([&program, arguments, level, language] {
        picture::MapRequest& request = arguments->request;
        request.level =
            *level == "region" ? picture::MapLevel::region : picture::MapLevel::subregion;
        request.language =
            *language == "nl" ? picture::Language::dutch : picture::Language::english;
        program.command.call = [arguments] { return draw_map(*arguments); };
    });
}

void add_export(Program& program)
{
    const auto arguments = std::make_shared<ExportArguments>();
    ExportArguments& a = *arguments;
    CLI::App* app =
        add_command(program, program.app, "export",
                    "Put the tables of a folder into one workbook, or describe it for archives",
                    "Examples:\n"
                    "  mgz export out/baseline -o baseline.xlsx\n"
                    "  mgz export out/baseline --crate\n"
                    "OUT is a folder that mgz run, compare or sensitivity made, or a sweep that "
                    "was collected.\n"
                    "A sheet per table, numbers as numbers, and the dictionary last. A crate is of "
                    "a run or\n"
                    "comparison: OUT/ro-crate-metadata.json, which archives and catalogues read.");
    app->add_option("OUT", a.folder, "Folder to read")->required()->type_name("");
    app->add_option("-o,--output", a.out, "Workbook to make")->type_name("FILE.xlsx");
    app->add_flag("--crate", a.crate, "Make the folder a research object crate (RO-Crate 1.1)");
    app->add_flag("--force", a.force, "Replace the file if it exists");
    app->callback([&program, arguments] {
        if (arguments->out.empty() == !arguments->crate) {
            throw geo::InputError("export", "needs either a workbook to make or --crate",
                                  "name one with -o, or add --crate");
        }
        program.command.call = [arguments] {
            return arguments->crate ? export_crate(*arguments) : export_tables(*arguments);
        };
    });
}

}  // namespace mgz::cli
