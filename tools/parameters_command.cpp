// SPDX-License-Identifier: EUPL-1.2
#include "tools/parameters_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "geo/check.h"
#include "geo/text.h"
#include "sim/scenario/registry.h"
#include "sim/scenario/scenario_schema.h"
#include "tools/text_table.h"

namespace mgz::cli {

namespace {

struct Group {
    std::string name;
    std::vector<Parameter> parameters;
};

}  // namespace

/// Keys without a dot form the group "general".
static std::string group_name(const Parameter& parameter)
{
    return parameter.key.find('.') == std::string::npos ? "general"
                                                        : std::string(group_of(parameter.key));
}

static std::vector<Group> grouped(const std::vector<Parameter>& list)
{
    std::vector<Group> groups;
    for (const Parameter& parameter : list) {
        const std::string name = group_name(parameter);
        if (groups.empty() || groups.back().name != name) groups.push_back({name, {}});
        groups.back().parameters.push_back(parameter);
    }
    return groups;
}

/// Drops all groups but the one asked for.
static void select(std::vector<Group>& groups, const std::string& wanted)
{
    std::vector<std::string> names;
    for (const Group& group : groups)
        names.push_back(group.name);
    const auto found = std::find(names.begin(), names.end(), wanted);
    if (found == names.end()) {
        throw geo::InputError(wanted, "is not a group of parameters",
                              fmt::format("the groups are {}", geo::joined(names)));
    }
    groups = {groups[static_cast<std::size_t>(found - names.begin())]};
}

static std::string range_text(const Parameter& parameter)
{
    if (parameter.low == parameter.high && !std::holds_alternative<int*>(parameter.target)) {
        return "-";
    }
    return fmt::format("{} to {}", parameter.low, parameter.high);
}

static std::string applies_text(const Parameter& parameter)
{
    return parameter.applies == Applies::start ? "from the start" : "from any year";
}

static void show_for_reading(const Group& group)
{
    constexpr std::size_t longest_default = 24;
    Rows rows;
    for (const Parameter& p : group.parameters) {
        const std::string value = value_text(p);
        const bool fits = text_width(value) <= longest_default;
        rows.push_back({p.key, fits ? value : "(below)", p.unit, range_text(p),
                        std::string(name_of(p.basis)), applies_text(p)});
    }
    const std::string lines = aligned(rows, 2);
    fmt::print("{}\n", group.name);
    std::size_t at = 0;
    for (const Parameter& p : group.parameters) {
        const std::size_t end = lines.find('\n', at) + 1;
        fmt::print("{}      {}\n", lines.substr(at, end - at), p.meaning);
        if (const std::string value = value_text(p); text_width(value) > longest_default) {
            fmt::print("      Default: {}\n", value);
        }
        if (p.source != "-") fmt::print("      Source: {}\n", p.source);
        at = end;
    }
}

static void show_as_markdown(const Group& group)
{
    Rows rows{{"key", "default", "unit", "range", "basis", "source", "applies", "meaning"}};
    for (const Parameter& p : group.parameters) {
        rows.push_back({fmt::format("`{}`", p.key), fmt::format("`{}`", value_text(p)), p.unit,
                        range_text(p), std::string(name_of(p.basis)), p.source, applies_text(p),
                        p.meaning});
    }
    fmt::print("### {}\n\n{}", group.name, markdown(rows));
}

static int show_schema(const ParametersArguments& arguments)
{
    if (arguments.markdown || !arguments.group.empty()) {
        throw geo::InputError("--schema", "describes whole scenario files, in JSON",
                              "give it without a group and without --markdown");
    }
    fmt::print("{}", scenario_schema());
    return 0;
}

int show_parameters(const ParametersArguments& arguments)
{
    if (arguments.schema) return show_schema(arguments);
    Scenario defaults;
    std::vector<Group> groups = grouped(parameters(defaults));
    if (!arguments.group.empty()) select(groups, arguments.group);
    if (!arguments.markdown) {
        fmt::print("key, default, unit, range, how we know it, since when it may differ\n\n");
    }
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (i > 0) fmt::print("\n");
        arguments.markdown ? show_as_markdown(groups[i]) : show_for_reading(groups[i]);
    }
    return 0;
}

}  // namespace mgz::cli
