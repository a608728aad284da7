// SPDX-License-Identifier: EUPL-1.2
#include "sim/sensitivity/sensitivity_tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "sim/output/csv.h"
#include "sim/scenario/registry.h"

namespace mgz {

std::string_view name_of(IndexState state)
{
    constexpr std::array<std::string_view, 3> names{"known", "constant", "too_few"};
    return names[static_cast<std::size_t>(state)];
}

namespace {

/// A row that begins with what outcome it is about.
class OutcomeTable {
public:
    OutcomeTable(const SweepTable& table, const TableEntry& entry) : table_(table), csv_(entry) {}

    template <class... Cells>
    void row(std::size_t policy, std::size_t quantity, const Cells&... cells)
    {
        const KeptQuantity& q = table_.quantities[quantity];
        csv_.row(policy_name(table_.study, policy), q.year, name_of(q.level), q.code, q.profession,
                 q.indicator, cells...);
    }
    std::string take() { return csv_.take(); }

private:
    const SweepTable& table_;
    CsvTable csv_;
};

using Number = std::optional<double>;

}  // namespace

std::string indices_csv(const SweepTable& table, const Findings& findings, const TableEntry& entry)
{
    OutcomeTable csv(table, entry);
    const bool sobol = table.design.kind == DesignKind::saltelli;
    const std::string_view strongest = sobol ? "total" : "mu_star";
    for (const QuantityIndices& q : findings.indices) {
        const auto row = [&](std::size_t d, std::string_view measure, Number value,
                             const Interval* interval) {
            csv.row(q.policy, q.quantity, findings.drivers[d], measure, value,
                    interval ? Number(interval->low) : Number(),
                    interval ? Number(interval->high) : Number(), q.blocks.used, q.blocks.failed,
                    name_of(q.state));
        };
        for (std::size_t d = 0; d < findings.drivers.size(); ++d) {
            if (q.state == IndexState::too_few) {
                row(d, strongest, Number(), nullptr);
                continue;
            }
            const DriverIndex& driver = q.drivers[d];
            if (driver.first) row(d, "first", driver.first, &driver.first_interval);
            row(d, strongest, driver.strength, &driver.strength_interval);
            if (driver.mu) row(d, "mu", driver.mu, nullptr);
            if (driver.sigma) row(d, "sigma", driver.sigma, nullptr);
        }
    }
    return csv.take();
}

std::string convergence_csv(const SweepTable& table, const Findings& findings,
                            const TableEntry& entry)
{
    OutcomeTable csv(table, entry);
    for (const Convergence& c : findings.convergence) {
        for (const SobolResult& step : c.steps) {
            for (std::size_t f = 0; f < step.factors.size(); ++f) {
                const SobolIndex& i = step.factors[f];
                csv.row(c.policy, c.quantity, findings.drivers[f],
                        step.blocks.used + step.blocks.failed, step.blocks.failed, i.first,
                        i.first_interval.low, i.first_interval.high, i.total, i.total_interval.low,
                        i.total_interval.high);
            }
        }
    }
    return csv.take();
}

std::string variance_csv(const SweepTable& table, const Findings& findings, const TableEntry& entry)
{
    OutcomeTable csv(table, entry);
    for (const LuckShare& l : findings.luck) {
        const double total = l.split.total();
        const auto share = [&](Number part) {
            return total > 0 && part ? Number(*part / total) : Number();
        };
        csv.row(l.policy, l.quantity, l.split.parameters, l.split.luck, l.split.interaction, total,
                share(l.split.parameters), share(l.split.luck), share(l.split.interaction),
                l.split.rows_used, l.split.rows_failed);
    }
    return csv.take();
}

std::string associations_csv(const SweepTable& table, const Findings& findings,
                             const TableEntry& entry)
{
    OutcomeTable csv(table, entry);
    for (const Association& a : findings.associations) {
        csv.row(a.policy, a.quantity, table.study.factors[a.factor].name,
                a.kind == AssociationKind::mean ? "mean" : "rank_correlation", a.value, a.measure,
                a.points);
    }
    return csv.take();
}

static std::string range_of(const Factor& f)
{
    if (f.labelled()) return fmt::format("{}", fmt::join(f.labels, ", "));
    switch (f.distribution) {
        case Distribution::uniform:
            return fmt::format("{:g} to {:g}", f.low, f.high);
        case Distribution::log_uniform:
            return fmt::format("{:g} to {:g}, by ratio", f.low, f.high);
        case Distribution::triangular:
            return fmt::format("{:g} to {:g}, most often about {:g}", f.low, f.high, f.mode);
        case Distribution::normal:
            return fmt::format("mean {:g}, standard deviation {:g}", f.mean, f.sd);
    }
    return "";
}

FactorFacts facts_of(const Factor& factor)
{
    FactorFacts facts{range_of(factor), "", ""};
    Scenario defaults;
    for (const Parameter& p : parameters(defaults)) {
        if (p.key != factor.key) continue;
        facts.basis = name_of(p.basis);
        facts.source = p.source;
    }
    return facts;
}

}  // namespace mgz
