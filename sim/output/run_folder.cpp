// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/run_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <map>

#include "geo/check.h"
#include "geo/io/layer_io.h"
#include "sim/model/history.h"
#include "sim/output/program_version.h"
#include "sim/scenario/json_file.h"
#include "sim/scenario/json_member.h"

namespace mgz {

using geo::InputError;
namespace fs = std::filesystem;
namespace io = geo::io;

static constexpr std::string_view again = "give a folder that this release of mgz run made";

static std::string program_of(std::string_view version, std::string_view revision)
{
    return fmt::format("{} (git {})", version, revision);
}

std::string this_program()
{
    return program_of(program_version(), program_revision());
}

static void read_manifest(RunFolder& run)
{
    const std::string file = run.path + "/manifest.json";
    std::error_code none;
    if (!fs::is_directory(run.path, none)) {
        throw InputError(run.path, "there is no such folder", "give the folder that mgz run made");
    }
    if (!fs::is_regular_file(file, none)) {
        throw InputError(run.path, "has no manifest.json", "give the folder that mgz run made");
    }
    try {
        const auto json = read_json(file, again);
        if (json.at("format") != "mgz manifest")
            throw InputError(file, "is not the manifest of a run", again);
        check_format_version(json, manifest_version, file);
        const auto& program = json.at("program");
        run.program = program_of(program.at("version").get<std::string>(),
                                 program.at("revision").get<std::string>());
        run.title = json.at("scenario").at("title").get<std::string>();
        run.seed = member_of<std::uint32_t>(json, "seed");
        run.replicates = member_of<int>(json, "replicates");
        for (const auto& input : json.at("inputs")) {
            run.inputs.push_back(
                {input.at("key").get<std::string>(), input.at("sha256").get<std::string>()});
        }
    } catch (const InputError&) {
        throw;
    } catch (const std::exception&) {
        throw InputError(file, "is not the manifest of a run", again);
    }
}

static io::Read read_table(const std::string& file, std::vector<std::string> columns)
{
    io::Source source;
    source.where = file;
    source.columns = std::move(columns);
    source.kind = io::GeometryKind::none;
    return io::read_layer(source);
}

namespace {

/// Fills an FteHistory row by row; what no row gave stays not a number and is found at the end.
class Tables {
public:
    explicit Tables(const RunFolder& run)
        : regions_file_(run.path + "/regions.csv"), account_file_(run.path + "/account.csv")
    {
    }

    FteHistory read()
    {
        read_regions();
        read_accounts();
        return std::move(history_);
    }

private:
    static constexpr double absent = std::numeric_limits<double>::quiet_NaN();

    void read_regions()
    {
        const auto rows =
            read_table(regions_file_, {"year", "code", "name", "profession", "indicator", "mean"});
        lay_out(rows.layer.features);
        for (std::size_t i = 0; i < rows.layer.features.size(); ++i) {
            const auto& v = rows.layer.features[i].values;
            const auto profession = profession_named(io::text(v[3]));
            if (!profession) continue;  // the score of two professions together
            const auto where = io::place_of(regions_file_, i);
            auto& year = of_year(io::text(v[1]), *profession, whole(v[0], where, "year"));
            if (double* figure = figure_named(io::text(v[4]), year)) {
                *figure = io::number(v[5], where, "mean");
            }
        }
        check_regions();
    }

    /// Regions in the order of the file, years from the first to the last.
    void lay_out(const std::vector<io::Feature>& rows)
    {
        if (rows.empty()) throw InputError(regions_file_, "is empty", again);
        history_.first_year = std::numeric_limits<int>::max();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto& v = rows[i].values;
            const int year = whole(v[0], io::place_of(regions_file_, i), "year");
            history_.first_year = std::min(history_.first_year, year);
            history_.last_year = std::max(history_.last_year, year);
            if (place_.emplace(io::text(v[1]), history_.regions.size()).second) {
                history_.regions.push_back({io::text(v[1]), io::text(v[2])});
            }
        }
        // A row per figure: fewer rows than cells, and the table has gaps. Said before so much
        // memory is asked for.
        const auto years = static_cast<std::size_t>(history_.last_year - history_.first_year) + 1;
        if (history_.regions.size() * years > rows.size())
            throw InputError(regions_file_, "lacks figures of some regions or years", again);
        FteYear blank{absent, absent, absent, absent, {}};
        blank.causes.fill(absent);
        ByProfession<std::vector<FteYear>> region;
        for (auto& of_profession : region)
            of_profession.assign(years, blank);
        history_.table.assign(history_.regions.size(), region);
    }

    void read_accounts()
    {
        const auto rows =
            read_table(account_file_, {"region", "profession", "year", "cause", "fte"});
        for (std::size_t i = 0; i < rows.layer.features.size(); ++i) {
            const auto& v = rows.layer.features[i].values;
            const auto where = io::place_of(account_file_, i);
            const auto profession = profession_named(io::text(v[1]));
            const int year = whole(v[2], where, "year");
            const auto name = io::text(v[3]);
            const auto cause = std::find(cause_names.begin(), cause_names.end(), name);
            if (!profession || cause == cause_names.end() || !place_.contains(io::text(v[0])) ||
                year < history_.first_year || year > history_.last_year) {
                throw InputError(where, "does not belong to regions.csv or to this release", again);
            }
            of_year(io::text(v[0]), *profession, year)
                .causes[static_cast<std::size_t>(cause - cause_names.begin())] =
                io::number(v[4], where, "fte");
        }
        for_each([&](const FteYear& year, const std::string& whose) {
            for (std::size_t c = 0; c < cause_count; ++c) {
                if (!(year.causes[c] == year.causes[c])) {
                    throw InputError(account_file_,
                                     fmt::format("has no {} of {}", cause_names[c], whose), again);
                }
            }
        });
    }

    void check_regions() const
    {
        for_each([&](const FteYear& year, const std::string& whose) {
            const double sum = year.need + year.fte + year.commercial + year.shortage;
            if (!(sum == sum)) {
                throw InputError(regions_file_, fmt::format("lacks a figure of {}", whose), again);
            }
        });
    }

    template <class Look>
    void for_each(Look look) const
    {
        for (std::size_t r = 0; r < history_.regions.size(); ++r) {
            for (const Profession p : all_professions) {
                for (int year = history_.first_year; year <= history_.last_year; ++year) {
                    look(history_.at(r, p, year),
                         fmt::format("{} in {} in {}", name_of(p), history_.regions[r].code, year));
                }
            }
        }
    }

    static double* figure_named(std::string_view name, FteYear& year)
    {
        const auto is = [name](Figure f) {
            return name == figure_names[static_cast<std::size_t>(f)];
        };
        return is(Figure::need)         ? &year.need
               : is(Figure::fte)        ? &year.fte
               : is(Figure::commercial) ? &year.commercial
               : is(Figure::shortage)   ? &year.shortage
                                        : nullptr;
    }

    static int whole(const io::Value& value, const std::string& where, const std::string& column)
    {
        const double number = io::number(value, where, column);
        if (!(number >= 1900 && number <= 2200)) throw InputError(where, "has no year", again);
        return static_cast<int>(number);
    }

    FteYear& of_year(const std::string& code, Profession p, int year)
    {
        return history_
            .table[place_.at(code)][p][static_cast<std::size_t>(year - history_.first_year)];
    }

    std::string regions_file_, account_file_;
    FteHistory history_;
    std::map<std::string, std::size_t> place_;
};

}  // namespace

RunFolder read_run_folder(const std::string& path)
{
    RunFolder run;
    run.path = path;
    while (run.path.size() > 1 && run.path.back() == '/')
        run.path.pop_back();
    run.scenario = run.path + "/scenario.toml";
    read_manifest(run);
    run.fte = Tables(run).read();
    return run;
}

}  // namespace mgz
