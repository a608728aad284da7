// SPDX-License-Identifier: EUPL-1.2
#include "sim/sweep/factor_file.h"

#include <fmt/ranges.h>

#include <cmath>
#include <filesystem>

#include "sim/scenario/input_path.h"
#include "sim/scenario/interventions.h"
#include "sim/scenario/ready_scenarios.h"
#include "sim/scenario/scenario_file.h"
#include "sim/sweep/study_file.h"

namespace mgz {

using geo::InputError;

namespace {

/// Where a parameter's own range does not bind: multipliers.
constexpr double largest_multiplier = 1e6;

/// Units, and the name of a factor that has no other.
const std::string pure = "1", no_unit = "-", policy_name = "policy";

class FactorReader {
public:
    FactorReader(TableReader reader, const std::vector<Parameter>& list,
                 const std::string& data_folder)
        : r_(std::move(reader)), list_(list), data_folder_(data_folder)
    {
    }

    Factor read()
    {
        f_.place = r_.place();
        if (r_.has("key")) {
            read_parameter();
        } else if (r_.has("interventions")) {
            read_interventions_factor();
        } else if (r_.has("scenarios")) {
            read_package();
        } else {
            throw InputError(r_.place(), "the factor varies nothing",
                             "give it a key (mgz parameters), interventions or scenarios");
        }
        if (r_.has("name")) f_.name = r_.text("name");
        if (r_.has("group")) f_.group = r_.text("group");
        if (r_.has("levels")) f_.levels = static_cast<int>(r_.whole("levels", 1, 1000));
        r_.done();
        return std::move(f_);
    }

private:
    void read_parameter()
    {
        f_.key = r_.text("key");
        const Parameter& p = parameter_named(list_, f_.key, r_.place("key"));
        if (f_.key == "title" || f_.key == "question" || group_of(f_.key) == "output") {
            throw InputError(r_.place("key"), fmt::format("{} changes no figure", f_.key),
                             "vary something that does");
        }
        f_.name = f_.key;
        f_.meaning = p.meaning;
        f_.unit = p.unit;
        if (r_.has("values")) {
            read_values(p);
        } else if (std::holds_alternative<int*>(p.target)) {
            f_.kind = FactorKind::integer;
            read_integer_range(p);
        } else if (std::holds_alternative<double*>(p.target) ||
                   std::holds_alternative<Series*>(p.target)) {
            f_.times = std::holds_alternative<Series*>(p.target);
            if (r_.has("times")) f_.times = r_.truth("times") || f_.times;
            if (f_.times) f_.unit = pure;
            read_range(f_.times ? 0 : p.low, f_.times ? largest_multiplier : p.high);
        } else {
            throw InputError(r_.place("key"), fmt::format("{} is no number", f_.key),
                             "give the values it may take: values = [..., ...]");
        }
    }

    /// Each value is tried on a scenario of its own.
    void read_values(const Parameter& p)
    {
        f_.kind = FactorKind::category;
        const auto* items = r_.value("values").array();
        if (!items || items->size() < 2) r_.wrong("values", "a list of two values or more");
        Scenario scratch;
        const auto own = parameters(scratch);
        for (const auto& item : *items) {
            const auto& target = parameter_named(own, p.key, f_.place);
            set_parameter(target, item, r_.place("values"), folder_of(r_.file()));
            const auto label = value_text(target);
            if (std::find(f_.labels.begin(), f_.labels.end(), label) != f_.labels.end()) {
                throw InputError(r_.place("values"), fmt::format("{} is given twice", label));
            }
            f_.labels.push_back(label);
        }
    }

    void check_range()
    {
        if (f_.low < f_.high) return;
        throw InputError(
            r_.place("low"),
            fmt::format("the range of {} is empty: {} to {}", f_.name, f_.low, f_.high),
            "give a low that lies below high");
    }

    void check_within(double low, double high, const std::string& key)
    {
        if (f_.low >= low && f_.high <= high) return;
        throw InputError(r_.place(key),
                         fmt::format("{} runs from {} to {}", f_.name, f_.low, f_.high),
                         fmt::format("stay within {} to {} ({})", low, high, f_.unit));
    }

    void read_integer_range(const Parameter& p)
    {
        f_.low = r_.number("low");
        f_.high = r_.number("high");
        for (const char* key : {"low", "high"}) {
            if (r_.number(key) != std::floor(r_.number(key))) r_.wrong(key, "a whole number");
        }
        check_range();
        check_within(p.low, p.high, "low");
    }

    void read_range(double low, double high)
    {
        if (r_.has("distribution")) {
            f_.distribution =
                static_cast<Distribution>(r_.one_of("distribution", distribution_names));
        }
        if (f_.distribution == Distribution::normal) {
            f_.mean = r_.number("mean");
            f_.sd = r_.number("sd");
            if (!(f_.sd > 0)) r_.wrong("sd", "a standard deviation above 0");
            f_.low = f_.mean - 3 * f_.sd;
            f_.high = f_.mean + 3 * f_.sd;
            return check_within(low, high, "sd");
        }
        f_.low = r_.number("low");
        f_.high = r_.number("high");
        check_range();
        check_within(low, high, "low");
        if (f_.distribution == Distribution::log_uniform && !(f_.low > 0)) {
            throw InputError(r_.place("low"), fmt::format("low is {}", f_.low),
                             "a logarithmic range begins above 0");
        }
        if (f_.distribution != Distribution::triangular) return;
        f_.mode = r_.number("mode");
        if (f_.mode < f_.low || f_.mode > f_.high) r_.wrong("mode", "a number from low to high");
    }

    void read_interventions_factor()
    {
        read_interventions(r_.value("interventions"), r_.file(), f_.interventions);
        std::vector<std::string_view> ids;
        for (const auto& i : f_.interventions)
            ids.push_back(id_of(i.initiative));
        f_.name = fmt::format("{}", fmt::join(ids, "+"));
        if (r_.has("low")) {
            f_.unit = pure;
            f_.meaning = "Share of the intensity of the interventions named.";
            f_.times = true;
            return read_range(0, 1);
        }
        f_.kind = FactorKind::toggle;
        f_.unit = no_unit;
        f_.meaning = "Whether the interventions named are there.";
        f_.labels = {"off", "on"};
    }

    void read_package()
    {
        f_.kind = FactorKind::package;
        f_.name = policy_name;
        f_.unit = no_unit;
        f_.meaning = "The scenario that a run starts from.";
        f_.labels = r_.texts("scenarios");
        const auto folder = std::filesystem::path(r_.file()).parent_path().string();
        for (auto& label : f_.labels) {
            f_.scenario_files.push_back(scenario_named(label, folder, data_folder_,
                                                       r_.place("scenarios"), "to start from"));
            label = scenario_name_of(label);
        }
        if (f_.labels.size() < 2) r_.wrong("scenarios", "two scenarios or more");
    }

    TableReader r_;
    const std::vector<Parameter>& list_;
    const std::string& data_folder_;
    Factor f_;
};

}  // namespace

Factor read_factor(TableReader reader, const std::vector<Parameter>& list,
                   const std::string& data_folder)
{
    return FactorReader(std::move(reader), list, data_folder).read();
}

}  // namespace mgz
