// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/urgency.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "sim/core/normal.h"
#include "sim/model/each_region.h"
#include "sim/model/governance.h"

namespace mgz {

double urgency_of(const CooperationOptions& options, double gap)
{
    return std::clamp((gap - options.urgency_from) / options.urgency_span, 0.0, 1.0);
}

double urgency_of_largest(std::vector<Voice>& voices)
{
    const std::size_t quarter = (voices.size() + 3) / 4;
    // Equals are told apart by urgency, so that the order of employers cannot matter.
    std::partial_sort(voices.begin(), voices.begin() + static_cast<long>(quarter), voices.end(),
                      [](const Voice& a, const Voice& b) {
                          return std::pair(a.need, a.urgency) > std::pair(b.need, b.urgency);
                      });
    double sum = 0, need = 0;
    for (std::size_t i = 0; i < quarter; ++i) {
        sum += voices[i].need * voices[i].urgency;
        need += voices[i].need;
    }
    return need > 0 ? sum / need : 0.0;
}

namespace {

/// What is seen at the employers of one table.
struct View {
    std::vector<Voice> vvt, ghz;
    double gp_urgency = 0;      ///< weighted by need
    double need = 0, load = 0;  ///< of all physicians, the latter weighted by need
    ByProfession<double> needed, there;

    /// As new, but for the memory of its lists.
    void clear()
    {
        vvt.clear();
        ghz.clear();
        gp_urgency = need = load = 0;
        needed = there = {};
    }
};

/// What it is worked out on. Kept from quarter to quarter.
struct Notebook {
    IdVector<TableId, View> views;
    std::vector<Voice> all;
    std::vector<double> told;
};

class Feeling {
public:
    Feeling(const Groundwork& g, const Draws& draws, State& state, Notebook& notes)
        : g_(g),
          draws_(draws),
          state_(state),
          options_(g.scenario.cooperation),
          views_(notes.views),
          all_(notes.all),
          told_(notes.told)
    {
    }

    void run()
    {
        auto& tables = state_.cooperation.tables;
        if (tables.size() != g_.tables.size()) tables.assign(g_.tables.size(), {});
        if (views_.size() != g_.tables.size()) views_.assign(g_.tables.size(), {});
        for (View& view : views_)
            view.clear();
        look_at_practices();
        look_at_institutions(Profession::so);
        look_at_institutions(Profession::avg);
        for (const TableId t : g_.tables.ids())
            hear_boards(t);
        hear_physicians();
    }

private:
    /// How strongly so much for that need is felt.
    double felt(double need, double there) const
    {
        // Most are not short: the division is for those who are.
        const bool short_of = there < enough_ * need;
        return short_of ? urgency_of(options_, 1 - there / need) : 0.0;
    }

    /// The same for many, several at a time.
    void feel(std::span<const double> need, std::span<const double> there,
              std::span<double> urgency) const
    {
        const double from = options_.urgency_from, span = options_.urgency_span, enough = enough_;
        const std::size_t n = urgency.size();
        // One bound at a time: g++ makes a branch of two.
#pragma omp simd
        for (std::size_t k = 0; k < n; ++k) {
            const double part = (1 - there[k] / need[k] - from) / span;
            urgency[k] = std::min(1.0, part);
        }
#pragma omp simd
        for (std::size_t k = 0; k < n; ++k) {
            const double part = urgency[k], here = there[k], wanted = enough * need[k];
            urgency[k] = ((here < wanted) & (part > 0)) ? part : 0.0;
        }
    }

    static void add(View& view, Profession p, double need, double there, double load)
    {
        view.need += need;
        view.load += need * load;
        view.needed[p] += need;
        view.there[p] += there;
    }

    /// None of the practices hires from agencies.
    void look_at_practices()
    {
        const auto& e = state_.employers;
        each_region(g_, Profession::gp, [&](RegionId, EmployerRange employers) {
            thread_local std::vector<double> urgency;
            urgency.resize(employers.size());
            const auto need = e.need.of(employers), delivered = e.delivered.of(employers),
                       load = e.load.of(employers);
            const auto table = g_.table_of_employer.of(employers);
            feel(need, delivered, urgency);
            for (std::size_t k = 0; k < employers.size(); ++k) {
                if (!(need[k] > 0)) continue;
                auto& view = views_[table[k]];
                view.gp_urgency += need[k] * urgency[k];
                add(view, Profession::gp, need[k], delivered[k], load[k]);
            }
        });
    }

    void look_at_institutions(Profession p)
    {
        const auto& e = state_.employers;
        for (const EmployerId id : g_.employers[p]) {
            const double need = e.need[id];
            if (!(need > 0)) continue;
            auto& view = views_[g_.table_of_employer[id]];
            const double there = e.delivered[id] + e.commercial[id];
            (p == Profession::so ? view.vvt : view.ghz).push_back({need, felt(need, there)});
            add(view, p, need, there, e.load[id]);
        }
    }

    double shortage(const View& view) const
    {
        double sum = 0;
        for (const Profession p : {Profession::gp, Profession::so}) {
            if (view.needed[p] > 0) sum += std::max(0.0, 1 - view.there[p] / view.needed[p]);
        }
        return sum / 2;
    }

    void hear_boards(TableId t)
    {
        auto& view = views_[t];
        auto& table = state_.cooperation.tables[t];
        const auto party = [&](Party p) -> double& {
            return table.urgency[static_cast<std::size_t>(p)];
        };
        all_.assign(view.vvt.begin(), view.vvt.end());
        all_.insert(all_.end(), view.ghz.begin(), view.ghz.end());
        table.board_urgency = urgency_of_largest(all_);
        party(Party::vvt) = urgency_of_largest(view.vvt);
        party(Party::ghz) = urgency_of_largest(view.ghz);
        party(Party::gp) =
            view.needed[Profession::gp] > 0 ? view.gp_urgency / view.needed[Profession::gp] : 0.0;
        const auto& gap = state_.regions[g_.tables[t].region].gap;
        party(Party::insurer) = urgency_of(
            options_,
            (std::max(0.0, gap[Profession::gp]) + std::max(0.0, gap[Profession::so])) / 2);
        table.shortage = shortage(view);
    }

    /// What the load tells, drawn towards the mean of the tables, and a draw of the table's own:
    /// mean and spread over tables stay, the correlation with the load is as wanted. Where no
    /// table has too much to do nobody feels urgency.
    void hear_physicians()
    {
        told_.clear();
        for (const auto& view : views_) {
            const double load = view.need > 0 ? view.load / view.need : 1.0;
            told_.push_back(urgency_of(options_, load - 1));
        }
        const auto [mean, deviation] = moments(told_);
        const double c = options_.urgency_correlation;
        for (const TableId t : g_.tables.ids()) {
            const double own = normal_quantile(
                draws_.uniform(Purpose::governance, key_of_code(g_.tables[t].code), Quarter{0}));
            const double felt =
                mean + c * (told_[t.index()] - mean) + std::sqrt(1 - c * c) * deviation * own;
            auto& table = state_.cooperation.tables[t];
            table.physician_urgency = std::clamp(felt, 0.0, 1.0);
            table.urgency[static_cast<std::size_t>(Party::physicians)] = table.physician_urgency;
        }
    }

    const Groundwork& g_;
    const Draws& draws_;
    State& state_;
    const CooperationOptions& options_;
    const double enough_ = 1 - options_.urgency_from;  ///< of need: no urgency
    IdVector<TableId, View>& views_;
    std::vector<Voice>& all_;
    std::vector<double>& told_;
};

}  // namespace

void feel_urgency(const Groundwork& g, const Draws& draws, State& state)
{
    thread_local Notebook notes;
    Feeling(g, draws, state, notes).run();
}

}  // namespace mgz
