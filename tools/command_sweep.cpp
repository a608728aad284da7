// SPDX-License-Identifier: EUPL-1.2
// The command line of mgz sweep: plan, run, status, collect, extend, submit.
#include <memory>

#include "tools/command_parts.h"
#include "tools/sweep_commands.h"
#include "tools/sweep_submit_command.h"

namespace mgz::cli {

static void add_folder(CLI::App* app, std::string& target)
{
    app->add_option("DIR", target, "Folder that mgz sweep plan made")->required()->type_name("");
}

static void add_plan(Program& program, CLI::App& sweep)
{
    const auto a = std::make_shared<SweepPlanArguments>();
    CLI::App* app = add_command(program, sweep, "plan", "Make the table of runs of a study",
                                "Example:\n"
                                "  mgz sweep plan scenarios/sweeps/far_gap.toml -o out/far-gap\n"
                                "Checks everything, runs one run to see what it costs, and makes "
                                "DIR with all that runs\nneed. docs/sweeps.md describes study "
                                "files.");
    app->add_option("STUDY", a->study, "Study file")->required()->type_name("");
    app->add_option("-o,--output", a->out, "Folder to make")->required()->type_name("DIR");
    app->callback([&program, a] { program.command.call = [a] { return plan_sweep(*a); }; });
}

static void add_run(Program& program, CLI::App& sweep)
{
    const auto a = std::make_shared<SweepRunArguments>();
    CLI::App* app = add_command(
        program, sweep, "run", "Run what is still to be run",
        "Examples:\n"
        "  mgz sweep run out/far-gap\n"
        "  mgz sweep run out/far-gap --slice 2/10 --threads 4\n"
        "Every finished run is kept within a second; whatever ends the program, the same command\n"
        "goes on where it was. Several may work on one folder at a time.");
    add_folder(app, a->folder);
    app->add_option("--slice", a->slice, "Only runs whose number leaves i over n; all unless given")
        ->type_name("i/n");
    whole_number(app, "--threads", a->threads, 1, 4096,
                 "Runs at a time, all processors unless given; same results");
    app->add_flag("--keep-going", a->keep_going, "Do not stop at a run that fails");
    app->add_flag("--again", a->again, "Also run again what failed before");
    app->callback([&program, a] { program.command.call = [a] { return run_sweep(*a); }; });
}

static void add_status(Program& program, CLI::App& sweep)
{
    const auto a = std::make_shared<SweepStatusArguments>();
    CLI::App* app = add_command(program, sweep, "status",
                                "Tell what is done, failed and missing, and the time left", "");
    add_folder(app, a->folder);
    app->add_flag("--shards", a->shards, "List the files of the workers too");
    app->callback([&program, a] { program.command.call = [a] { return show_sweep(*a); }; });
}

static void add_collect(Program& program, CLI::App& sweep)
{
    const auto a = std::make_shared<SweepCollectArguments>();
    CLI::App* app =
        add_command(program, sweep, "collect", "Write all finished runs as one table",
                    "Examples:\n"
                    "  mgz sweep collect out/far-gap\n"
                    "  mgz sweep collect out/far-gap -o far-gap.gpkg\n"
                    "One row per run and figure that was kept. Refuses a sweep with runs missing.");
    add_folder(app, a->folder);
    app->add_option("-o,--output", a->out,
                    "FILE.csv, .gpkg or .parquet; DIR/results.csv unless "
                    "given")
        ->type_name("FILE");
    app->add_flag("--allow-missing", a->allow_missing, "Leave missing runs out");
    app->callback([&program, a] { program.command.call = [a] { return collect_sweep(*a); }; });
}

static void add_extend(Program& program, CLI::App& sweep)
{
    const auto a = std::make_shared<SweepExtendArguments>();
    CLI::App* app = add_command(program, sweep, "extend", "Plan more runs, keep those there are",
                                "Example:\n  mgz sweep extend out/far-gap --n 2048");
    add_folder(app, a->folder);
    whole_number(app, "--n", a->n, 1, 10000000, "Blocks, trajectories or points from now on")
        ->required();
    app->callback([&program, a] { program.command.call = [a] { return extend_sweep(*a); }; });
}

static void add_submit(Program& program, CLI::App& sweep)
{
    const auto a = std::make_shared<SweepSubmitArguments>();
    CLI::App* app = add_command(
        program, sweep, "submit", "Hand what is missing to a cluster",
        "Examples:\n"
        "  mgz sweep submit out/far-gap --slurm --dry-run\n"
        "  mgz sweep submit out/far-gap --slurm --tasks 40 --cpus 4 --account myproject\n"
        "docs/cluster.md tells how it goes, and how to try it on one machine.");
    add_folder(app, a->folder);
    app->add_flag("--slurm", a->slurm, "To Slurm, as an array of jobs");
    app->add_flag("--dry-run", a->dry_run, "Show jobs, core-hours and bytes; submit nothing");
    whole_number(app, "--tasks", a->tasks, 1, 100000, "Jobs; about half an hour each unless given");
    whole_number(app, "--cpus", a->cpus, 1, 4096, "Processors of a job; 1 unless given");
    whole_number(app, "--at-most", a->at_most, 1, 100000, "Jobs at a time; no limit unless given");
    app->add_option("--partition", a->partition, "As sinfo shows them")->type_name("NAME");
    app->add_option("--account", a->account, "Who pays")->type_name("NAME");
    whole_number(app, "--minutes", a->minutes, 1, 100000, "Of a job, instead of the estimate");
    whole_number(app, "--megabytes", a->megabytes, 1, 10000000,
                 "Of a job, instead of the estimate");
    const auto alone = std::make_shared<bool>(false);
    app->add_flag("--no-collect", *alone, "Submit no job that collects afterwards");
    app->callback([&program, a, alone] {
        a->collect = !*alone;
        a->command = program.words;
        program.command.call = [a] { return submit_sweep(*a); };
    });
}

void add_sweep(Program& program)
{
    CLI::App* sweep = program.app.add_subcommand(
        "sweep", "Run a study of many runs: plan, run, status, collect, extend, submit");
    add_plan(program, *sweep);
    add_run(program, *sweep);
    add_status(program, *sweep);
    add_collect(program, *sweep);
    add_extend(program, *sweep);
    add_submit(program, *sweep);
}

}  // namespace mgz::cli
