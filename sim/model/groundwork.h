// SPDX-License-Identifier: EUPL-1.2
/// What every replicate of a run shares, computed once from the facts and the policy. Const.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/elementary.h"
#include "sim/core/profession.h"
#include "sim/core/random.h"
#include "sim/model/books.h"
#include "sim/model/reach.h"
#include "sim/scenario/scenario.h"
#include "sim/world/places.h"
#include "sim/world/world.h"

namespace mgz {

/// Settlements with a running sum of weights, for drawing one.
struct WeightedPlaces {
    std::vector<SettlementId> places;
    std::vector<double> cumulative;
    std::vector<std::uint32_t> guide;  ///< where to begin looking, by steps of the share

    /// Nothing is added where the weight is not positive.
    void add(SettlementId place, double weight);
    /// Makes the guide: drawing is as good without one, but slower. Nothing is added after it.
    void finish();
    bool empty() const { return places.empty(); }
    /// The place at a share of the total weight. REQUIRES: not empty, 0 < u < 1.
    SettlementId pick(double u) const;
};

/// Boards that meet: a region, or a subregion where that is the habit.
struct Table {
    std::string code;
    RegionId region;
    std::vector<SubregionId> subregions;
};

/// Institutions that share evening, night and weekend duty.
struct DutyGroup {
    Profession profession = Profession::so;
    RegionId region;        ///< of its largest member
    SubregionId subregion;  ///< of its largest member
    std::vector<EmployerId> members;
    std::vector<std::size_t> pool;  ///< groups that would share one rota, itself among them
};

/// An intervention of the scenario, its places resolved.
struct ForcedMeasure {
    Intervention what;
    std::vector<PlaceShare> where;
};

/// Key for draws about a place or an employer: FNV-1a over the bytes of its code.
AgentKey key_of_code(std::string_view code);

class Groundwork {
public:
    /// \param reach of this world, where somebody has it already: it costs as much as all the rest
    /// REQUIRES: the world and the scenario outlive this.
    Groundwork(const World& world, const Scenario& scenario,
               std::shared_ptr<const Reach> reach = nullptr);

    const World& world;
    const Scenario& scenario;
    std::shared_ptr<const Reach> reach;
    Books books;

    /// Need of a region. The regions sum to the national need.
    Fte need(Profession p, RegionId r, Quarter q) const;

    /// ln(1 + km/5) between two settlements.
    double log_km(SettlementId a, SettlementId b) const { return log_of(bent_km(a, b)); }
    /// 1 + km/5.
    double bent_km(SettlementId a, SettlementId b) const
    {
        return bent_distance(world.travel(reach->place[a], reach->place[b]).value);
    }
    /// Lower bound of log_km from the settlement to the settlements of each subregion.
    /// REQUIRES: reach->each_subregion().
    const double* least_log_km(SettlementId s) const
    {
        return reach->least_log_km.data() + s.index() * world.subregions.size();
    }

    /// Where trainees of a centre practise; for AVG wherever there are clients.
    const WeightedPlaces& practice_places_of(CentreId c) const
    {
        const Profession p = world.centres[c].profession;
        return p == Profession::avg ? clients[p] : practice_places[c];
    }
    IdVector<CentreId, WeightedPlaces> practice_places;  ///< empty for AVG
    std::vector<WeightedPlaces> people;    ///< GP need by subregion: where changing locums live
    FieldWeights people_weights;           ///< of the same, for the choice among them
    ByProfession<WeightedPlaces> clients;  ///< all settlements by need
    ByProfession<IdVector<RegionId, WeightedPlaces>> clients_of;  ///< the same, by region
    WeightedPlaces homes;                             ///< where future physicians grow up
    ByProfession<std::vector<EmployerId>> employers;  ///< that employ the profession
    /// The same, subregion by subregion: the order of a market.
    ByProfession<std::vector<EmployerId>> employers_by_subregion;
    IdVector<EmployerId, std::uint32_t> place_in_market;  ///< in that order
    /// The first place of each subregion there; one more at the end.
    ByProfession<std::vector<std::uint32_t>> first_in_market;
    /// The same, region by region.
    ByProfession<IdVector<RegionId, EmployerRange>> employers_in;
    /// Where an employer is, and a settlement: columns for loops over all of them.
    IdVector<EmployerId, SettlementId> site_of;
    IdVector<EmployerId, RegionId> region_of;
    IdVector<EmployerId, SubregionId> subregion_of;
    IdVector<SettlementId, RegionId> region_at;
    IdVector<SettlementId, SubregionId> subregion_at;
    IdVector<SettlementId, ProvinceId> province_at;
    /// Key for draws about an employer: born from its code, not from its place in a table.
    IdVector<EmployerId, AgentKey> employer_key;
    ByProfession<double> outside_rate;  ///< of staying unplaced: exp(u0)
    double owner_seat_fte = 0;          ///< kept for the successor of an owner
    /// FTE of the usual applicant for a role, by which openings are counted.
    double usual_fte(Profession p, Role role, Quarter q) const
    {
        return (role == Role::owner ? owner_seat_fte : employed_fte[p]) * books.hours(p, q);
    }
    ByProfession<double> employed_fte;
    /// Utility of so many colleagues.
    double utility_of_size(int colleagues) const
    {
        const auto i = static_cast<std::size_t>(colleagues);
        return i < size_utility_.size() ? size_utility_[i] : computed_utility_of_size(colleagues);
    }
    /// Share of the tie to the place of training that is left so long after the diploma.
    double firmness_after(int quarters) const
    {
        const auto i = static_cast<std::size_t>(quarters);
        return i < firmness_.size() ? firmness_[i] : computed_firmness_after(quarters);
    }
    /// Subregions within the range of a changing locum who lives in one.
    IdVector<SubregionId, std::vector<SubregionId>> locum_reach;
    IdVector<TableId, Table> tables;
    IdVector<SubregionId, TableId> table_of;
    IdVector<EmployerId, TableId> table_of_employer;
    std::vector<DutyGroup> duty_groups;
    /// The nearest regions from near to far, the own first; by inhabitants' centres.
    IdVector<RegionId, std::vector<RegionId>> regions_nearby;
    IdVector<RegionId, std::vector<RegionId>> hosts;  ///< the same, in order of RegionId
    IdVector<SubregionId, double> inhabitants;
    IdVector<RegionId, double> inhabitants_of;
    std::vector<ForcedMeasure> forced;

private:
    double computed_utility_of_size(int colleagues) const;
    double computed_firmness_after(int quarters) const;
    WeightedPlaces viewpoints(Profession p) const;
    void prepare_need();
    void prepare_training();
    void prepare_settlements();
    void prepare_employers();
    void prepare_locums();
    void prepare_outside();
    void prepare_tables();
    void prepare_neighbours();
    void prepare_duty();
    void prepare_pools();
    void prepare_forced();

    ByProfession<std::vector<double>> region_share_;  // [year][region]
    std::vector<double> size_utility_;                // [colleagues]
    std::vector<double> firmness_;                    // [quarters]
};

}  // namespace mgz
