// SPDX-License-Identifier: EUPL-1.2
/// The catalogue of what regions can do (21 initiatives) and what the country can do (levers).
///
/// An entry is data: what it is called, how far it reaches, what kind of thing it is. Its numbers
/// are parameters "initiatives.<id>.*" of the one registry; its effect stands in the step of the
/// model that it changes, as a factor or term that is exactly neutral at intensity 0.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mgz {

enum class Initiative : unsigned char {
    // of institutions
    task_shifting,
    triage,
    stepped_care,
    bought_anw,
    commercial_so,
    // of regions
    regional_training,
    anw_pool,
    treatment_service,
    capacity_sharing,
    role_agreements,
    home_regulation,
    technology,
    so_first_line,
    ambulatory_team,
    social_worker,
    ghz_clinic,
    special_practice,
    transfer_point,
    urgent_care_square,
    bridge_beds,
    prevention,
    // of the country
    funded_places,
    fill,
    regional_places,
    retirement_age,
    hours,
    locum_rules,
    practice_housing,
    location_incentive,
    home_selection,
    regional_accountability,
    support_capacity,
    learning_circles,
    covenant,
    structural_funding,
    wlz_treatment,
    vpt_growth,
    commercial_cap,
    demand_growth,
};
inline constexpr std::size_t initiative_count = 39;
inline constexpr std::size_t regional_initiative_count = 21;  ///< the first; the others are levers
inline constexpr std::size_t institutional_initiative_count = 5;

inline constexpr std::size_t index_of(Initiative i)
{
    return static_cast<std::size_t>(i);
}

enum class Scope : unsigned char { institution, table, national };
enum class Kind : unsigned char {
    distance,  ///< D: expertise at a distance, less physician time
    spread,    ///< S: moves FTE, never creates it
    extra,     ///< X: new capacity or another flow
    lever      ///< national policy
};
enum class Payer : unsigned char { wlz, zvw, wmo, own_funds, temporary_grant };
inline constexpr std::size_t payer_count = 5;
inline constexpr std::array<std::string_view, payer_count> payer_names{
    "wlz", "zvw", "wmo", "own_funds", "temporary_grant"};
inline constexpr std::string_view name_of(Payer payer)
{
    return payer_names[static_cast<std::size_t>(payer)];
}

struct InitiativeEntry {
    Initiative initiative;
    std::string_view id;     ///< as in files: "anw_pool"
    std::string_view dutch;  ///< "gezamenlijke ANW-dienst"
    std::string_view english;
    Scope scope;
    Kind kind;
    Payer payer;              ///< once its funding is structural
    std::string_view effect;  ///< one sentence
    bool local = true;        ///< may be limited to places; some levers only exist for the country
};

/// All entries; entry i is Initiative i.
std::span<const InitiativeEntry> initiative_catalogue();
/// Does it bind parties of more than one sector?
bool crosses_sectors(Initiative i);
std::string_view id_of(Initiative i);
std::optional<Initiative> initiative_named(std::string_view id);
/// All ids, in order.
std::vector<std::string> initiative_ids();

inline constexpr int no_end = 9999;  ///< of an intervention

/// What a scenario switches on: an entry of the catalogue, somewhere, for a time.
struct Intervention {
    Initiative initiative = Initiative::task_shifting;
    std::vector<std::string> where;  ///< codes of regions, subregions or municipalities
    std::string area;         ///< polygons: path or "path|layer"; empty, and no codes: everywhere
    int from = 2024;          ///< first year
    int until = no_end;       ///< last year in force
    double intensity = 1;     ///< 0 to 1
    double ramp_years = 1.5;  ///< linear, from the start of the first year
    std::string origin;       ///< file and line, for messages

    bool everywhere() const { return where.empty() && area.empty(); }

    /// 0 outside its time, then linear to `intensity`.
    double at(double year) const;

    /// What it does; where it was written is no part of that.
    friend bool operator==(const Intervention& a, const Intervention& b)
    {
        return a.initiative == b.initiative && a.where == b.where && a.area == b.area &&
               a.from == b.from && a.until == b.until && a.intensity == b.intensity &&
               a.ramp_years == b.ramp_years;
    }
};

}  // namespace mgz
