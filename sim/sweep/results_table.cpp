// SPDX-License-Identifier: EUPL-1.2
#include "sim/sweep/results_table.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <functional>
#include <iterator>

#include "geo/check.h"
#include "geo/io/table_file.h"
#include "geo/text.h"
#include "sim/output/csv.h"
#include "sim/output/output_file.h"
#include "sim/sweep/sweep_dictionary.h"

namespace mgz {

using geo::io::TableFile;
using geo::io::TableFormat;

namespace {

std::string extension_of(const std::string& file)
{
    return geo::lower(std::filesystem::path(file).extension().string());
}

std::size_t number_of(const Study& study, const RunKey& run)
{
    return (run.point * study.policy_count() + run.policy) *
               static_cast<std::size_t>(study.replicates) +
           run.replicate;
}

std::string policy_of(const Study& study, const RunKey& run)
{
    return study.policies.empty() ? "" : study.policies[run.policy];
}

/// Calls `row` for each finished run, in order.
void each_finished(const Study& study, std::size_t points, const SweepStore& store,
                   const std::function<void(const RunRecord&)>& row)
{
    RunKey key;
    for (key.point = 0; key.point < points; ++key.point) {
        for (key.policy = 0; key.policy < study.policy_count(); ++key.policy) {
            for (key.replicate = 0; key.replicate < static_cast<std::uint32_t>(study.replicates);
                 ++key.replicate) {
                if (store.state(key) == SweepStore::State::done) row(*store.read(key));
            }
        }
    }
}

std::string header_of(const TableEntry& entry)
{
    return CsvTable(entry).take();
}

/// "12,3,more-places,0"
std::string run_text(const Study& study, const RunKey& run)
{
    auto text = fmt::format("{},{},", number_of(study, run), run.point);
    append_field(text, policy_of(study, run));
    return text + fmt::format(",{}", run.replicate);
}

/// ",2040,region,31,huisarts,shortage,"
std::string quantity_text(const KeptQuantity& quantity)
{
    auto text = fmt::format(",{},{},", quantity.year, name_of(quantity.level));
    append_field(text, quantity.code);
    text += ',';
    append_field(text, quantity.profession);
    text += ',';
    append_field(text, quantity.indicator);
    return text + ',';
}

/// The shortest text that reads back as the same number.
void append_shortest(std::string& text, double value)
{
    char digits[32];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), value).ptr;
    text.append(digits, end);
}

void write_csv(OutputFile& out, const Study& study, const std::vector<KeptQuantity>& quantities,
               const SweepStore& store, std::size_t points)
{
    out.append(header_of(sweep_entry("results.csv")));
    std::vector<std::string> middles;
    for (const auto& quantity : quantities)
        middles.push_back(quantity_text(quantity));
    std::string text;
    each_finished(study, points, store, [&](const RunRecord& record) {
        const auto start = run_text(study, record.key);
        text.clear();
        for (std::size_t q = 0; q < quantities.size(); ++q) {
            text += start;
            text += middles[q];
            append_shortest(text, record.values[q]);
            text += '\n';
        }
        out.append(text);
    });
}

std::vector<geo::io::Column> columns_of(const TableEntry& entry)
{
    std::vector<geo::io::Column> columns;
    for (const auto& column : entry.columns)
        columns.push_back(column_of(column));
    return columns;
}

/// A database's column is null where the table has an empty field.
geo::io::Value text_or_null(const std::string& text)
{
    return text.empty() ? geo::io::Value{} : geo::io::Value{text};
}

void write_table(TableFile& out, const Study& study, const std::vector<KeptQuantity>& quantities,
                 const SweepStore& store, std::size_t points)
{
    std::vector<std::vector<geo::io::Value>> rows;  // per quantity, so that only numbers change
    for (const auto& q : quantities) {
        rows.push_back({0LL,
                        0LL,
                        {},
                        0LL,
                        static_cast<long long>(q.year),
                        std::string(name_of(q.level)),
                        text_or_null(q.code),
                        text_or_null(q.profession),
                        q.indicator,
                        0.0});
    }
    each_finished(study, points, store, [&](const RunRecord& record) {
        const auto& key = record.key;
        const auto policy = text_or_null(policy_of(study, key));
        for (std::size_t q = 0; q < quantities.size(); ++q) {
            auto& row = rows[q];
            row[0] = static_cast<long long>(number_of(study, key));
            row[1] = static_cast<long long>(key.point);
            row[2] = policy;
            row[3] = static_cast<long long>(key.replicate);
            row.back() = record.values[q];
            out.add(row);
        }
    });
    out.close();
}

TableFormat format_of(const std::string& file)
{
    return extension_of(file) == ".gpkg" ? TableFormat::gpkg : TableFormat::parquet;
}

}  // namespace

void check_results_name(const std::string& file)
{
    const auto extension = extension_of(file);
    if (extension == ".csv" || extension == ".gpkg") return;
    if (extension != ".parquet") {
        throw geo::InputError(file, "is of no kind that results are written in",
                              "give a name that ends in .csv, .gpkg or .parquet");
    }
    if (!geo::io::can_write(TableFormat::parquet)) {
        throw geo::InputError(file, "the GDAL library of this machine cannot write Parquet",
                              "give a name that ends in .csv or .gpkg");
    }
}

void write_results(OutputFile& out, const Study& study, const std::vector<KeptQuantity>& quantities,
                   const SweepStore& store, std::size_t points)
{
    const std::string& file = out.path();
    if (extension_of(file) == ".csv") {
        write_csv(out, study, quantities, store, points);
    } else {
        TableFile table(out.part(), file, format_of(file), "results",
                        columns_of(sweep_entry("results.csv")));
        write_table(table, study, quantities, store, points);
    }
}

void write_failed(OutputFile& out, const Study& study, const SweepStore& store, std::size_t points)
{
    out.append(header_of(sweep_entry("results.failed.csv")));
    for (const auto& key : store.failed_runs()) {
        if (key.point >= points) continue;
        auto text = run_text(study, key) + ',';
        append_field(text, store.read(key)->error);
        out.append(text + '\n');
    }
}

}  // namespace mgz
