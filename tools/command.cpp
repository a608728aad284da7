// SPDX-License-Identifier: EUPL-1.2
#include "tools/command.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "geo/check.h"
#include "sim/output/program_version.h"
#include "sim/scenario/enlarge.h"
#include "tools/check_command.h"
#include "tools/command_errors.h"
#include "tools/command_parts.h"
#include "tools/data_columns_command.h"
#include "tools/data_import_command.h"
#include "tools/data_synthesise_command.h"
#include "tools/initiatives_command.h"
#include "tools/parameters_command.h"
#include "tools/run_command.h"
#include "tools/scenarios_command.h"

namespace mgz::cli {

namespace {

void add_run(Program& program)
{
    const auto arguments = std::make_shared<RunArguments>();
    RunArguments& a = *arguments;
    CLI::App* app = add_command(
        program, program.app, "run", "Simulate a scenario and write maps and tables",
        "Examples:\n"
        "  mgz run baseline -o out/baseline\n"
        "  mgz run baseline -o out/no-pull --set settlement.size=0\n"
        "  mgz run my-scenario.toml --dry-run\n"
        "OUT appears whole or not at all. Open OUT/shortage.gpkg in QGIS; OUT/dictionary.csv\n"
        "explains every column. Same scenario, seed and release: same bytes.");
    add_scenario(app, a.which);
    app->add_option("-o,--output", a.out, "Folder to make")->type_name("OUT");
    add_work(app, a.replicates, a.seed, a.threads);
    year(app, "from", a.which.from, "First year");
    year(app, "to", a.which.to, "Last year, through its fourth quarter");
    app->add_flag("--dry-run", a.dry_run, "Check everything and say what would be done");
    app->add_flag("--force", a.force, "Replace OUT if it exists");
    const auto language = std::make_shared<std::string>("en");
    one_of(app, "--lang", *language, {"en", "nl"},
           "Language of report.html and the closing sentences");
    app->callback([&program, arguments, language] {
        RunArguments& given = *arguments;
        if (given.out.empty() && !given.dry_run) {
            throw geo::InputError("run", "no output folder is given",
                                  "name one with -o, or add --dry-run");
        }
        given.language = *language == "nl" ? Language::dutch : Language::english;
        given.command = program.words;
        program.command.call = [arguments] { return run(*arguments); };
    });
}

void add_check(Program& program)
{
    const auto arguments = std::make_shared<CheckArguments>();
    CLI::App* app = add_command(program, program.app, "check",
                                "Look a scenario and its inputs over without a run",
                                "Example:\n"
                                "  mgz check baseline --set geography.regions=mine.gpkg\n"
                                "Prints every value with its origin, and what is odd about the "
                                "places. Exit status 0 means\n"
                                "that the scenario can be run, 2 that it cannot.");
    add_scenario(app, arguments->which);
    app->callback([&program, arguments] {
        program.command.call = [arguments] { return check(*arguments); };
    });
}

void add_parameters(Program& program)
{
    const auto arguments = std::make_shared<ParametersArguments>();
    CLI::App* app = add_command(program, program.app, "parameters",
                                "List what a scenario may set, with unit, range and source",
                                "Examples:\n"
                                "  mgz parameters settlement\n"
                                "  mgz parameters --schema > scenario.schema.json");
    app->add_option("GROUP", arguments->group, "Only this group: what stands before the dot")
        ->type_name("");
    app->add_flag("--markdown", arguments->markdown, "As tables in Markdown");
    app->add_flag("--schema", arguments->schema,
                  "As JSON Schema of scenario files, for editors (docs/scenarios.md)");
    app->callback([&program, arguments] {
        program.command.call = [arguments] { return show_parameters(*arguments); };
    });
}

void add_initiatives(Program& program)
{
    const auto arguments = std::make_shared<InitiativesArguments>();
    CLI::App* app = add_command(program, program.app, "initiatives",
                                "List what regions and the country can do, with its numbers",
                                "Example:\n  mgz initiatives anw_pool");
    app->add_option("ID", arguments->id, "All about this one")->type_name("");
    app->callback([&program, arguments] {
        program.command.call = [arguments] { return show_initiatives(*arguments); };
    });
}

void add_scenarios(Program& program)
{
    CLI::App* app = add_command(program, program.app, "scenarios", "List the ready scenarios", "");
    app->callback([&program] { program.command.call = show_scenarios; });
}

void add_import_columns(CLI::App* app, DataImportArguments& a)
{
    const auto column = [app](const std::string& name, std::string& target,
                              const std::string& help) {
        app->add_option(name, target, fmt::format("{}; '{}' unless given", help, target))
            ->type_name("COL");
    };
    column("--code", a.code, "Column with the code");
    column("--name", a.name, "Column with the name");
    column("--region", a.region, "Subregions: column with the code of the region");
    column("--amenity", a.amenity, "Subregions: column with the amenity, may be absent");
    column("--housing", a.housing, "Subregions: column with the cost of housing, may be absent");
    column("--own-table", a.own_table,
           "Subregions: column that is 1 where boards meet for it, may be absent");
    column("--province", a.province, "Settlements: column with the province, may be absent");
    column("--municipality", a.municipality,
           "Settlements: column with the code of the municipality, may be absent");
    app->add_option("--population", a.population,
                    "Settlements: columns with inhabitants of 0-19, 20-64, 65-74, 75-84, 85 and "
                    "over")
        ->type_name("C1,C2,C3,C4,C5")
        ->delimiter(',')
        ->expected(1, 5);
}

void check_population(const Words& columns)
{
    if (columns.size() == 5) return;
    throw geo::InputError("--population", "needs five columns",
                          "separate them by commas, from young to old");
}

void add_import(Program& program, CLI::App& data)
{
    const auto arguments = std::make_shared<DataImportArguments>();
    DataImportArguments& a = *arguments;
    CLI::App* app = add_command(
        program, data, "import", "Turn boundaries or places of your own into an input",
        "Example:\n"
        "  mgz data import regions provinces.geojson --code id --name label -o provinces.gpkg\n"
        "Reads shapefile, GeoPackage, GeoJSON, FlatGeobuf or CSV in any coordinate system,\n"
        "repairs what it safely can, reports overlaps and holes, writes a GeoPackage in\n"
        "EPSG:28992.");
    one_of(app, "KIND", a.kind, {"regions", "subregions", "settlements"}, "What it holds")
        ->required();
    app->add_option("SRC", a.source, "File, or 'file|layer'")->required()->type_name("");
    app->add_option("-o,--output", a.out, "GeoPackage to make")->required()->type_name("FILE.gpkg");
    app->add_flag("--force", a.force, "Replace the file if it exists");
    add_import_columns(app, a);
    app->callback([&program, arguments] {
        check_population(arguments->population);
        program.command.call = [arguments] { return import_data(*arguments); };
    });
}

void add_synthesise(Program& program, CLI::App& data)
{
    const auto arguments = std::make_shared<DataSynthesiseArguments>();
    arguments->which.scenario = "baseline";
    CLI::App* app = add_command(program, data, "synthesise",
                                "Make a country several times as large, to see how it scales",
                                "Example:\n"
                                "  mgz data synthesise --scale 4 -o large\n"
                                "  mgz run large/scenario.toml -o out/large\n"
                                "Copies of the scenario's places side by side, and a scenario in\n"
                                "which every total of the country is as many times as large.");
    add_scenario(app, arguments->which);
    whole_number(app, "--scale", arguments->scale, 1, most_copies, "How many times as large")
        ->required();
    app->add_option("-o,--output", arguments->out, "Folder to make")->required()->type_name("OUT");
    app->callback([&program, arguments] {
        program.command.call = [arguments] { return synthesise_data(*arguments); };
    });
}

void add_data(Program& program)
{
    CLI::App* data =
        program.app.add_subcommand("data", "Places to run on: columns, import, synthesise");
    CLI::App* columns = add_command(program, *data, "columns",
                                    "List the columns that each input has or may have", "");
    columns->callback([&program] { program.command.call = show_data_columns; });
    add_import(program, *data);
    add_synthesise(program, *data);
}

void add_commands(Program& program)
{
    CLI::App& app = program.app;
    app.name("mgz");
    app.require_subcommand(1);
    app.set_version_flag("--version",
                         fmt::format("mgz {} (git {})", program_version(), program_revision()));
    app.footer(
        "mgz COMMAND --help tells more of each. Exit status: 0 fine, 1 the run failed, 2 the\n"
        "command line or an input is wrong.");
    add_verbosity(program, app);
    add_run(program);
    add_compare(program);
    add_validate(program);
    add_calibrate(program);
    add_explain(program);
    add_sweep(program);
    add_sensitivity(program);
    add_report(program);
    add_map(program);
    add_export(program);
    add_reproduce(program);
    add_check(program);
    add_scenarios(program);
    add_parameters(program);
    add_initiatives(program);
    add_data(program);
    add_completion(program);
    add_manual(program);
}

}  // namespace

Command read_command_line(int argc, const char* const* argv)
{
    Program program;
    add_commands(program);
    program.words.assign(argv + 1, argv + argc);
    check_commands(program.app, program.words);
    const auto print = [](std::string text) {
        return [text = std::move(text)] {
            fmt::print("{}", text);
            return 0;
        };
    };
    try {
        Words backwards(program.words.rbegin(), program.words.rend());
        program.app.parse(backwards);
    } catch (const CLI::CallForVersion& version) {
        return {0, print(std::string(version.what()) + "\n")};
    } catch (const CLI::CallForHelp&) {
        return {0, print(program.app.help())};
    } catch (const CLI::ExtrasError&) {
        refuse_word(program.app, program.app.remaining(true).front());
    } catch (const CLI::ParseError& error) {
        refuse(program.app, error);
    }
    return program.command;
}

}  // namespace mgz::cli
