// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/enlarge.h"

#include <fmt/format.h>

#include "geo/check.h"
#include "sim/scenario/registry.h"

namespace mgz {

namespace {

/// Multiplies the value that a parameter is bound to.
class Multiplier {
public:
    Multiplier(const Parameter& parameter, int times) : parameter_(parameter), times_(times) {}

    void operator()(double* target) const { *target = in_range(*target); }
    void operator()(int* target) const { *target = static_cast<int>(in_range(*target)); }
    void operator()(Series* target) const
    {
        for (auto& [year, value] : target->points)
            value = in_range(value);
    }
    template <class Other>
    void operator()(const Other&) const
    {
        expects(false);  // texts and lists are no totals
    }

private:
    double in_range(double value) const
    {
        const double product = value * times_;
        if (product <= parameter_.high) return product;
        throw geo::InputError(parameter_.key,
                              fmt::format("is {} and would be {} in a country {} times as large",
                                          value, product, times_),
                              fmt::format("give a smaller scale; the most is {} ({})",
                                          parameter_.high, parameter_.unit));
    }

    const Parameter& parameter_;
    int times_;
};

}  // namespace

std::string copy_code(const std::string& code, int copy, int copies)
{
    expects(copy >= 1 && copy <= copies && copies <= most_copies);
    if (copies == 1) return code;
    const auto width = fmt::formatted_size("{}", copies);
    return fmt::format("{:0{}}-{}", copy, width, code);
}

/// The codes in every copy, copy by copy.
static std::vector<std::string> in_each_copy(const std::vector<std::string>& codes, int copies)
{
    std::vector<std::string> all;
    for (int copy = 1; copy <= copies; ++copy) {
        for (const auto& code : codes)
            all.push_back(copy_code(code, copy, copies));
    }
    return all;
}

Scenario enlarged(const Scenario& scenario, int copies)
{
    Scenario large = scenario;
    for (const Parameter& parameter : parameters(large)) {
        if (parameter.grows == Grows::no) continue;
        std::visit(Multiplier(parameter, copies), parameter.target);
    }
    for (Intervention& intervention : large.interventions) {
        if (!intervention.area.empty()) {
            throw geo::InputError(intervention.origin, "works in an area, which has no copies",
                                  "name codes with where");
        }
        intervention.where = in_each_copy(intervention.where, copies);
    }
    return large;
}

}  // namespace mgz
