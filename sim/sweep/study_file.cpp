// SPDX-License-Identifier: EUPL-1.2
#include "sim/sweep/study_file.h"

#include <algorithm>
#include <bit>
#include <filesystem>

#include "geo/io/layer_io.h"
#include "sim/core/limits.h"
#include "sim/scenario/input_path.h"
#include "sim/scenario/ready_scenarios.h"
#include "sim/scenario/scenario_file.h"
#include "sim/scenario/table_reader.h"
#include "sim/score/shortage.h"
#include "sim/study/compare_measures.h"
#include "sim/sweep/factor_file.h"

namespace mgz {

using geo::InputError;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t most_seed = 4294967295;
constexpr std::array<std::string_view, 4> profession_names{
    name_of(Profession::gp), name_of(Profession::so), name_of(Profession::avg), combined_name};

/// Refuses a name that is not one of those known.
void check_name(const TableReader& r, const std::string& key, const std::string& name,
                const std::vector<std::string>& known, std::string_view kind)
{
    if (std::find(known.begin(), known.end(), name) != known.end()) return;
    const auto near = geo::nearest_name(name, known);
    throw InputError(r.place(key), fmt::format("there is no {} \"{}\"", kind, name),
                     near.empty() ? "give one of: " + geo::joined(known)
                                  : fmt::format("did you mean \"{}\"?", near));
}

std::vector<std::string> indicator_ids()
{
    std::vector<std::string> ids;
    for (const auto& indicator : compared_indicators())
        ids.emplace_back(indicator.id);
    return ids;
}

class StudyReader {
public:
    StudyReader(const PlainTable& table, const std::string& file, const std::string& data_folder)
        : r_(table, file, ""),
          data_folder_(data_folder),
          folder_(fs::path(file).parent_path().string())
    {
        study_.file = file;
    }

    Study read()
    {
        study_.title = r_.text("title");
        if (r_.has("question")) study_.question = r_.text("question");
        const std::string base = r_.has("scenario") ? r_.text("scenario") : "baseline";
        study_.scenario = named(base, "scenario", "to vary");
        read_policies();
        read_settings();
        read_factors();
        read_design(r_.table("design"));
        if (r_.has("runs")) read_runs(r_.table("runs"));
        if (r_.has("keep")) read_keep(r_.table("keep"));
        if (r_.has("search")) {
            for (auto& search : r_.tables("search"))
                study_.searches.push_back(read_search(search));
            check_count("search", study_.searches.size(), limits::searches);
        }
        r_.done();
        return std::move(study_);
    }

private:
    std::string named(const std::string& name, const std::string& key, std::string_view purpose)
    {
        return scenario_named(name, folder_, data_folder_, r_.place(key), purpose);
    }

    void read_policies()
    {
        if (!r_.has("policies")) return;
        for (const auto& name : r_.texts("policies")) {
            study_.policy_files.push_back(named(name, "policies", "to compare"));
            study_.policies.push_back(scenario_name_of(name));
        }
        if (study_.policies.size() < 2) r_.wrong("policies", "two scenarios or more");
        if (r_.has("scenario")) {
            throw InputError(r_.place("scenario"), "scenario and policies exclude each other",
                             "every point is run under each policy: leave scenario out");
        }
        check_count("policies", study_.policies.size(), limits::policies);
        refuse_twice(study_.policies, r_.place("policies"));
    }

    void check_count(const std::string& key, std::size_t count, std::size_t most) const
    {
        if (count <= most) return;
        throw InputError(r_.place(key), fmt::format("there are {} of {}", count, key),
                         fmt::format("give {} at most", most));
    }

    static void refuse_twice(const std::vector<std::string>& names, const std::string& place)
    {
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (std::count(names.begin(), names.end(), names[i]) > 1)
                throw InputError(place, fmt::format("{} is there twice", names[i]),
                                 "each needs a name of its own");
        }
    }

    /// Flat keys of nested tables, each tried on a scenario of its own.
    void read_settings()
    {
        if (!r_.has("set")) return;
        study_.setting_place = r_.place("set");
        Scenario scratch;
        const auto list = parameters(scratch);
        flatten(r_.table("set"), "", list);
    }

    void flatten(TableReader table, const std::string& prefix, const std::vector<Parameter>& list)
    {
        for (const auto& name : table.keys()) {
            const auto key = prefix + name;
            if (table.value(name).table()) {
                flatten(table.table(name), key + ".", list);
                continue;
            }
            const auto place = table.place(name);
            const auto& parameter = parameter_named(list, key, place);
            set_parameter(parameter, table.value(name), place, folder_of(r_.file()));
            study_.settings.push_back(key + "=" + value_text(parameter));
        }
    }

    void read_factors()
    {
        Scenario scratch;
        const auto list = parameters(scratch);
        auto tables = r_.tables("factor");
        check_count("factor", tables.size(), limits::factors);
        for (auto& table : tables)
            study_.factors.push_back(read_factor(table, list, data_folder_));
        bool package = false;
        for (std::size_t i = 0; i < study_.factors.size(); ++i) {
            const Factor& f = study_.factors[i];
            for (std::size_t j = 0; j < i; ++j) {
                const Factor& other = study_.factors[j];
                if (f.name != other.name && (f.key.empty() || f.key != other.key)) continue;
                throw InputError(f.place, fmt::format("{} is varied twice", f.name),
                                 fmt::format("it is at {} too", other.place));
            }
            if (f.kind != FactorKind::package) continue;
            if (package || !study_.policies.empty() || r_.has("scenario")) {
                throw InputError(f.place, "a run cannot start from two scenarios",
                                 "give one of: scenario, policies, one factor with scenarios");
            }
            package = true;
        }
    }

    void read_design(TableReader d)
    {
        study_.design = static_cast<DesignKind>(d.one_of("method", design_names));
        if (d.has("seed"))
            study_.design_seed = static_cast<std::uint32_t>(d.whole("seed", 0, most_seed));
        switch (study_.design) {
            case DesignKind::full_factorial:
            case DesignKind::one_at_a_time:
                read_levels(d);
                break;
            case DesignKind::list:
                read_list(d);
                break;
            default:
                study_.n = static_cast<int>(d.whole("n", 1, static_cast<long>(most_design_rows)));
                study_.place_of_n = d.place("n");
                if (study_.design == DesignKind::morris) read_levels(d);
        }
        if (study_.design == DesignKind::saltelli &&
            !std::has_single_bit(static_cast<unsigned>(study_.n))) {
            const int below = static_cast<int>(std::bit_floor(static_cast<unsigned>(study_.n)));
            throw InputError(
                d.place("n"), fmt::format("N is {}", study_.n),
                fmt::format("give a power of two, for example {} or {}", below, 2 * below));
        }
        d.done();
    }

    void read_levels(TableReader& d)
    {
        if (d.has("levels")) study_.levels = static_cast<int>(d.whole("levels", 2, 1000));
        if (study_.design == DesignKind::morris && study_.levels % 2 != 0)
            d.wrong("levels", "an even number: half of the grid is one step");
    }

    /// A column per factor, in any order; labels as they stand in the study.
    void read_list(TableReader& d)
    {
        namespace io = geo::io;
        io::Source source;
        source.where = input_path(d.text("file"), folder_of(r_.file()));
        source.kind = io::GeometryKind::none;
        for (const auto& f : study_.factors)
            source.columns.push_back(f.name);
        const auto features = io::read_layer(source).layer.features;
        if (features.empty()) throw InputError(source.where, "holds no row");
        for (std::size_t row = 0; row < features.size(); ++row) {
            for (std::size_t i = 0; i < study_.factors.size(); ++i) {
                study_.listed.push_back(listed_value(study_.factors[i], features[row].values[i],
                                                     io::place_of(source.where, row)));
            }
        }
        study_.n = static_cast<int>(features.size());
    }

    static double listed_value(const Factor& f, const geo::io::Value& value,
                               const std::string& place)
    {
        if (f.labelled()) {
            const auto wanted = geo::io::text(value);
            for (std::size_t i = 0; i < f.labels.size(); ++i) {
                const auto& label = f.labels[i];
                if (label == wanted || label == mgz::quoted(wanted)) return static_cast<double>(i);
            }
            throw InputError(place, fmt::format("{} is \"{}\"", f.name, wanted),
                             "give one of: " + geo::joined(f.labels));
        }
        const double v = geo::io::number(value, place, f.name);
        const bool whole = f.kind != FactorKind::integer || v == std::floor(v);
        if (v >= f.low && v <= f.high && whole) return v;
        throw InputError(
            place, fmt::format("{} is {}", f.name, v),
            fmt::format("give {}{} to {}", whole ? "" : "a whole number from ", f.low, f.high));
    }

    void read_runs(TableReader r)
    {
        if (r.has("replicates"))
            study_.replicates = static_cast<int>(r.whole("replicates", 1, 100000));
        if (r.has("seed")) study_.seed = static_cast<std::uint32_t>(r.whole("seed", 0, most_seed));
        r.done();
    }

    void read_keep(TableReader r)
    {
        Keep& keep = study_.keep;
        if (r.has("indicators")) keep.indicators = r.texts("indicators");
        for (const auto& id : keep.indicators)
            check_name(r, "indicators", id, indicator_ids(), "indicator");
        if (r.has("professions")) keep.professions = r.texts("professions");
        for (const auto& name : keep.professions)
            r.one_of_text("professions", name, profession_names);
        if (r.has("levels")) {
            keep.levels.clear();
            for (const auto& name : r.texts("levels"))
                keep.levels.push_back(
                    static_cast<Level>(r.one_of_text("levels", name, level_names)));
        }
        if (r.has("years")) {
            for (const double year : r.numbers("years")) {
                if (!(year >= first_series_year && year <= last_series_year) ||
                    year != std::floor(year))
                    r.wrong("years", "a list of years");
                keep.years.push_back(static_cast<int>(year));
            }
            std::sort(keep.years.begin(), keep.years.end());
            keep.years.erase(std::unique(keep.years.begin(), keep.years.end()), keep.years.end());
        }
        keep.place = r.place("years");
        r.done();
    }

    static Search read_search(TableReader r)
    {
        Search s;
        s.place = r.place();
        s.indicator = r.text("indicator");
        check_name(r, "indicator", s.indicator, indicator_ids(), "indicator");
        if (r.has("profession")) {
            s.profession = r.text("profession");
            r.one_of_text("profession", s.profession, profession_names);
        }
        if (r.has("level")) s.level = static_cast<Level>(r.one_of("level", level_names));
        if (r.has("code")) s.code = r.text("code");
        s.year = r.year("year");
        const bool below = r.has("below");
        s.above = r.has("above");
        if (s.above == below)
            throw InputError(s.place, "a search needs one limit", "give above or below");
        s.limit = r.number(below ? "below" : "above");
        r.done();
        return s;
    }

    TableReader r_;
    const std::string& data_folder_;
    std::string folder_;
    Study study_;
};

}  // namespace

Study read_study(const std::string& file, const std::string& data_folder)
{
    const auto table = read_toml(file, "a study");
    return StudyReader(table, file, data_folder).read();
}

}  // namespace mgz
