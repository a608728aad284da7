// SPDX-License-Identifier: EUPL-1.2
// The collected table: every number as the run gave it, in one order, whole or not at all.
#include "sim/sweep/results_table.h"

#include <sys/resource.h>

#include <charconv>
#include <csignal>

#include "geo/check.h"
#include "geo/io/layer_io.h"
#include "geo/io/table_file.h"
#include "sim/output/output_file.h"
#include "sim/sweep/sweep_dictionary.h"
#include "tests/sim/sweep/some_runs.h"
#include "tests/support/catch.h"
#include "tests/support/content.h"

using namespace mgz;
using support::content;
using support::failed_run;
using support::Shards;
using support::some_info;
using support::some_run;

namespace {

constexpr std::size_t points = 3;

Study some_study()
{
    Study study;
    study.policies = {"as-is", "more, places"};
    study.replicates = 2;
    Factor pay, place;
    pay.name = "pay";
    pay.unit = "EUR";
    place.name = "rule";
    place.labels = {"home", "practice"};
    study.factors = {pay, place};
    return study;
}

const std::vector<KeptQuantity> quantities{
    {Level::country, 0, "country", "", "huisarts", "shortage", "share", false, 2030},
    {Level::region, 0, "01", "", "so", "shortage", "share", false, 2040},
    {Level::region, 0, "01", "", "", "duty_load", "shifts per week", false, 2040}};

RunKey key_of(std::uint32_t number)
{
    return {number / 4, number / 2 % 2, number % 2};
}

/// Runs 0 to 11, of which 5 failed and 7 is missing, by so many workers in turn.
void write_runs(const Shards& shards, std::uint32_t workers)
{
    for (std::uint32_t w = 0; w < workers; ++w) {
        ShardWriter out(shards.folder(), some_info, std::to_string(w));
        for (std::uint32_t number = w; number < 12; number += workers) {
            if (number == 5) {
                out.add(failed_run(key_of(5), "nobody, at all"));
            } else if (number != 7) {
                out.add(some_run(key_of(number), 3));
            }
        }
    }
}

template <class Write>
void publish(const std::string& file, Existing existing, Write write)
{
    check_results_name(file);
    OutputFile out(file, existing);
    write(out);
    out.publish();
}

void write_all(const Shards& shards, const std::string& file, Existing existing)
{
    publish(file, existing, [&](OutputFile& out) {
        write_results(out, some_study(), quantities, shards.store(3), points);
    });
}

std::string made(const Shards& shards, const std::string& name)
{
    const auto file = shards.folder() + "/" + name;
    write_all(shards, file, Existing::replace);
    return content(file);
}

std::string refusal(const std::string& file)
{
    const Shards shards;
    try {
        write_all(shards, file, Existing::refuse);
    } catch (const geo::InputError& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("results.csv: a row per finished run and quantity", "[results]")
{
    const Shards shards;
    ShardWriter(shards.folder(), some_info, "b").add({{1, 1, 0}, 7, true, {0.1, 2, -0.0}, "", 1});
    ShardWriter(shards.folder(), some_info, "a")
        .add({{0, 0, 1}, 7, true, {1.0 / 3, 1e-300, 1e21}, "", 1});
    CHECK(made(shards, "results.csv") ==
          "run,point,policy,replicate,year,level,code,profession,indicator,value\n"
          "1,0,as-is,1,2030,country,country,huisarts,shortage,0.3333333333333333\n"
          "1,0,as-is,1,2040,region,01,so,shortage,1e-300\n"
          "1,0,as-is,1,2040,region,01,,duty_load,1e+21\n"
          "6,1,\"more, places\",0,2030,country,country,huisarts,shortage,0.1\n"
          "6,1,\"more, places\",0,2040,region,01,so,shortage,2\n"
          "6,1,\"more, places\",0,2040,region,01,,duty_load,-0\n");
}

TEST_CASE("a study without policies has an empty column for them", "[results]")
{
    const Shards shards;
    ShardWriter(shards.folder(), some_info, "a").add({{2, 0, 0}, 7, true, {0.5, 2, 3}, "", 1});
    const auto file = shards.folder() + "/results.csv";
    Study study;
    publish(file, Existing::refuse, [&](OutputFile& out) {
        write_results(out, study, {quantities}, shards.store(3), points);
    });
    CHECK(content(file).find("\n2,2,,0,2030,country,country,huisarts,shortage,0.5\n") !=
          std::string::npos);
    // Points beyond the design are another plan's.
    publish(file, Existing::replace,
            [&](OutputFile& out) { write_results(out, study, {quantities}, shards.store(3), 2); });
    CHECK(content(file) ==
          "run,point,policy,replicate,year,level,code,profession,indicator,value\n");
}

TEST_CASE("the table has the same bytes however the runs were spread", "[results]")
{
    const Shards one, three, five;
    write_runs(one, 1);
    write_runs(three, 3);
    write_runs(five, 5);
    const auto csv = made(one, "results.csv"), gpkg = made(one, "results.gpkg");
    CHECK(csv.size() > 1000);
    CHECK(made(three, "results.csv") == csv);
    CHECK(made(five, "results.csv") == csv);
    CHECK(made(three, "results.gpkg") == gpkg);
    CHECK(made(five, "results.gpkg") == gpkg);
}

TEST_CASE("every number of the table is the run's own", "[results]")
{
    const Shards shards;
    write_runs(shards, 2);
    const auto csv = shards.folder() + "/results.csv", gpkg = shards.folder() + "/results.gpkg";
    made(shards, "results.csv");
    made(shards, "results.gpkg");
    geo::io::Source source;
    source.kind = geo::io::GeometryKind::none;
    for (const auto& column : sweep_entry("results.csv").columns)
        source.columns.push_back(column.name);
    source.where = csv;
    const auto text = geo::io::read_layer(source).layer.features;
    source.where = gpkg + "|results";
    const auto layer = geo::io::read_layer(source).layer;
    REQUIRE(text.size() == 10 * 3);
    REQUIRE(layer.features.size() == 10 * 3);
    CHECK(layer.kind == geo::io::GeometryKind::none);

    const auto store = shards.store(3);
    std::size_t row = 0;
    for (std::uint32_t number = 0; number < 12; ++number) {
        if (number == 5 || number == 7) continue;
        const auto record = store.read(key_of(number));
        REQUIRE(record);
        for (std::size_t q = 0; q < 3; ++q, ++row) {
            const auto& values = layer.features[row].values;
            CHECK(std::get<long long>(values[0]) == number);
            CHECK(std::get<long long>(values[4]) == quantities[q].year);
            CHECK(std::get<double>(values[9]) == record->values[q]);
            double read = 0;
            const auto digits = std::get<std::string>(text[row].values[9]);
            std::from_chars(digits.data(), digits.data() + digits.size(), read);
            CHECK(read == record->values[q]);
            for (const std::size_t column : {2, 5, 6, 7, 8})
                CHECK(values[column] == text[row].values[column]);
        }
    }
}

TEST_CASE("failed.csv: what each failed run said", "[results]")
{
    const Shards shards;
    write_runs(shards, 2);
    const auto file = shards.folder() + "/failed.csv";
    publish(file, Existing::refuse,
            [&](OutputFile& out) { write_failed(out, some_study(), shards.store(3), points); });
    CHECK(content(file) == "run,point,policy,replicate,error\n5,1,as-is,1,\"nobody, at all\"\n");
    publish(file, Existing::replace,
            [&](OutputFile& out) { write_failed(out, some_study(), shards.store(3), 1); });
    CHECK(content(file) == "run,point,policy,replicate,error\n");
}

TEST_CASE("results under a name of no known kind are refused", "[results]")
{
    CHECK(refusal("results.xlsx") ==
          "results.xlsx: is of no kind that results are written in; give a name that ends in .csv, "
          ".gpkg or .parquet");
    CHECK(refusal("results") != "");
    const support::TempFolder temp;
    const auto there = temp.write("results.csv", "mine");
    CHECK(refusal(there) == there + ": exists; give another file or --force");
    CHECK(content(there) == "mine");
    if (!geo::io::can_write(geo::io::TableFormat::parquet)) {
        CHECK(refusal("results.parquet") ==
              "results.parquet: the GDAL library of this machine cannot write Parquet; give a name "
              "that ends in .csv or .gpkg");
    }
}

TEST_CASE("Parquet, where GDAL has it", "[results]")
{
    if (!geo::io::can_write(geo::io::TableFormat::parquet)) {
        WARN("skipped: no GDAL with Parquet here");
        return;
    }
    const Shards shards;
    write_runs(shards, 2);
    CHECK(made(shards, "results.parquet").starts_with("PAR1"));
}

TEST_CASE("a disk too small for the table leaves what was there", "[results]")
{
    const Shards shards;
    {
        ShardWriter out(shards.folder(), some_info, "a");
        for (std::uint32_t point = 0; point < 2000; ++point)
            out.add(some_run({point, 0, 0}, 3));
    }
    const auto store = shards.store(3);
    const support::TempFolder temp;
    for (const std::string name : {"results.csv", "results.gpkg"}) {
        const auto file = temp.write(name, "older");
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit small{50'000, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        std::string said;
        try {
            publish(file, Existing::replace, [&](OutputFile& out) {
                write_results(out, some_study(), quantities, store, 2000);
            });
        } catch (const geo::RunError& error) {
            said = error.what();
        }
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        INFO(said);
        CHECK(said.starts_with(file + ": "));
        CHECK(content(file) == "older");
    }
    CHECK(std::distance(std::filesystem::directory_iterator(temp.path("")), {}) == 2);
}

TEST_CASE("the dictionary explains every column of a sweep", "[results]")
{
    const auto tables = sweep_dictionary(some_study(), quantities);
    REQUIRE(tables.size() == 3);
    CHECK(tables[0].file == "plan.csv");
    const auto& plan = tables[0].columns;
    CHECK(plan[7].name == "pay");
    CHECK(plan[7].unit == "EUR");
    CHECK(plan[8].type == geo::io::ColumnType::text);
    const auto& indicator = tables[1].columns[8];
    REQUIRE(indicator.codes.size() == 2);
    CHECK(indicator.codes[1].value == "duty_load");
    CHECK(indicator.codes[1].unit == "shifts per week");
    for (const auto& table : tables) {
        for (const auto& column : table.columns)
            CHECK(column.meaning.ends_with('.'));
    }
}
