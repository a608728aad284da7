// SPDX-License-Identifier: EUPL-1.2
// The command line of what is done with scenarios and runs: compare, validate, calibrate, explain.
#include <memory>

#include "tools/calibrate_command.h"
#include "tools/command_parts.h"
#include "tools/compare_command.h"
#include "tools/explain_command.h"
#include "tools/validate_command.h"

namespace mgz::cli {

void add_compare(Program& program)
{
    const auto arguments = std::make_shared<CompareArguments>();
    CompareArguments& a = *arguments;
    CLI::App* app = add_command(
        program, program.app, "compare", "Hold scenarios against each other, with the same luck",
        "Examples:\n"
        "  mgz compare baseline regional_training -o out/training\n"
        "  mgz compare baseline my-plan.toml other-plan.toml -o out/plans --replicates 50\n"
        "The first is the reference. Differences are taken replicate by replicate; positive is "
        "better.\n"
        "OUT/report.html shows it in a browser, OUT/summary.md says it in sentences.");
    app->add_option("SCENARIO", a.scenarios,
                    "Two or more files, or names of ready ones (mgz scenarios)")
        ->required()
        ->type_name("");
    app->add_option("--set", a.settings,
                    "Change one value in all of them (mgz parameters); may be given again")
        ->type_name("KEY=VALUE")
        ->allow_extra_args(false);
    app->add_option("-o,--output", a.out, "Folder to make")->type_name("OUT");
    add_work(app, a.replicates, a.seed, a.threads);
    year(app, "from", a.from, "First year");
    year(app, "to", a.to, "Last year, through its fourth quarter");
    app->add_flag("--dry-run", a.dry_run, "Check everything and say what would be done");
    app->add_flag("--force", a.force, "Replace OUT if it exists");
    const auto language = std::make_shared<std::string>("en");
    one_of(app, "--lang", *language, {"en", "nl"}, "Language of report.html");
    app->callback([&program, arguments, language] {
        arguments->language =
            *language == "nl" ? report::PageLanguage::dutch : report::PageLanguage::english;
        if (arguments->scenarios.size() < 2) {
            throw geo::InputError("compare", "needs two scenarios or more",
                                  "name the reference first, then those to hold against it");
        }
        if (arguments->out.empty() && !arguments->dry_run) {
            throw geo::InputError("compare", "no output folder is given",
                                  "name one with -o, or add --dry-run");
        }
        arguments->command = program.words;
        program.command.call = [arguments] { return compare_scenarios(*arguments); };
    });
}

void add_validate(Program& program)
{
    const auto arguments = std::make_shared<ValidateArguments>();
    ValidateArguments& a = *arguments;
    a.which.scenario = "baseline";
    CLI::App* app =
        add_command(program, program.app, "validate", "Hold a scenario against what was observed",
                    "Example:\n"
                    "  mgz validate --to 2023 --json patterns.json\n"
                    "Simulates the scenario and its nulls, in which one mechanism is missing, and "
                    "prints which\n"
                    "patterns of 2023 come out. Exit status 0: all that decide; 1: not all.");
    add_scenario(app, a.which);
    add_work(app, a.replicates, a.seed, a.threads);
    year(app, "to", a.which.to, "Last year, through its fourth quarter");
    app->add_option(
           "--null", a.nulls,
           "Only this null: training, rootedness, home, size, retreat, owner, none; may be "
           "given again")
        ->type_name("NAME")
        ->allow_extra_args(false);
    app->add_option("--json", a.json, "Write the figures to this file too")->type_name("FILE");
    app->callback([&program, arguments] {
        program.command.call = [arguments] { return validate_scenario(*arguments); };
    });
}

void add_calibrate(Program& program)
{
    const auto arguments = std::make_shared<CalibrateArguments>();
    CalibrateArguments& a = *arguments;
    CLI::App* app = add_command(
        program, program.app, "calibrate", "Find parameters that meet targets",
        "Example:\n"
        "  mgz calibrate scenarios/targets/nl-2023.toml -o params.toml\n"
        "TARGETS says which parameters may move and what they shall bring about. params.toml is a\n"
        "scenario that others may inherit; params.json holds the record, params.toml.log every\n"
        "evaluation: --resume goes on where a search stopped.");
    app->add_option("TARGETS", a.targets, "Target file")->required()->type_name("");
    app->add_option("-o,--output", a.out, "Scenario file to make")
        ->required()
        ->type_name("FILE.toml");
    app->add_flag("--resume", a.resume, "Go on with the log of an earlier search");
    whole_number(app, "--max-evaluations", a.max_evaluations, 1, 1000000,
                 "Most evaluations; as the target file says unless given");
    whole_number(app, "--threads", a.threads, 1, 4096,
                 "Replicates at a time, all processors unless given; same results");
    app->callback([&program, arguments] {
        program.command.call = [arguments] { return calibrate_parameters(*arguments); };
    });
}

void add_explain(Program& program)
{
    const auto arguments = std::make_shared<ExplainArguments>();
    ExplainArguments& a = *arguments;
    CLI::App* app = add_command(
        program, program.app, "explain", "Say why a region of a run has the FTE it has",
        "Examples:\n"
        "  mgz explain out/baseline --region ZK30 --from 2013 --to 2023\n"
        "  mgz explain out/baseline --region ZK30 --list --profession so\n"
        "  mgz explain out/baseline --region ZK30 --physician 1097859072\n"
        "The account runs from the end of one year to the end of another; its causes sum to the\n"
        "change. --list and --physician run one replicate again.");
    app->add_option("OUT", a.out, "Folder that mgz run made")->required()->type_name("");
    app->add_option("--region", a.region, "Code of the region")->required()->type_name("CODE");
    one_of(app, "--profession", a.profession, {"huisarts", "so", "avg"}, "Only this one");
    whole_number(app, "--from", a.from, 1900, 2200, "Year, the first of the run unless given")
        ->type_name("YEAR");
    whole_number(app, "--to", a.to, 1900, 2200, "Year, the last of the run unless given")
        ->type_name("YEAR");
    CLI::Option* physician =
        whole_number(app, "--physician", a.physician, 0, 4294967295,
                     "Explain the last place, in this region and until --to, of this physician")
            ->type_name("KEY");
    app->add_flag("--list", a.list, "List physicians who settled there in those years")
        ->excludes(physician);
    whole_number(app, "--replicate", a.replicate, 0, 99999,
                 "In which physicians are looked for; 0 unless given");
    const auto format = std::make_shared<std::string>("text");
    one_of(app, "--format", *format, {"text", "json"}, "text unless given");
    app->callback([&program, arguments, format] {
        arguments->json = *format == "json";
        program.command.call = [arguments] { return explain(*arguments); };
    });
}

}  // namespace mgz::cli
