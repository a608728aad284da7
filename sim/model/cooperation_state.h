// SPDX-License-Identifier: EUPL-1.2
/// What boards and regions are up to: ties, urgency, measures, joint projects, the programme.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/core/calendar.h"
#include "sim/core/id.h"
#include "sim/scenario/initiative.h"

namespace mgz {

enum class Tie : unsigned char { vvt_vvt, gp_vvt, ghz_ghz, ghz_gp, vvt_ghz };
inline constexpr std::size_t tie_count = 5;
inline constexpr std::array<std::string_view, tie_count> tie_names{"vvt_vvt", "gp_vvt", "ghz_ghz",
                                                                   "ghz_gp", "vvt_ghz"};

/// Who may feel that something must change.
enum class Party : unsigned char { gp, vvt, ghz, physicians, insurer };
inline constexpr std::size_t party_count = 5;

/// The tie that a joint initiative needs and builds. REQUIRES: an initiative of regions.
Tie tie_of(Initiative i);

struct TableState {
    std::array<double, tie_count> governance{};  ///< 0 to 1
    std::array<double, party_count> urgency{};   ///< 0 to 1
    double board_urgency = 0;                    ///< need-weighted over the largest quarter
    double physician_urgency = 0;
    double shortage = 0;   ///< mean gap of GPs and elderly care physicians, not below 0
    bool leading = false;  ///< had several joint initiatives when cooperation began
};

enum class Phase : unsigned char {
    waiting,    ///< support asked for and granted, not begun
    exploring,  ///< verkenning
    preparing,  ///< voorbereiding
    realising,  ///< realisatie
    securing,   ///< borging
    running,    ///< goes on without an end: structural, or still on temporary money
    ended       ///< lapsed or stopped
};

/// A joint initiative of a table.
struct Project {
    Initiative initiative = Initiative::anw_pool;
    TableId table;
    Phase phase = Phase::exploring;
    double months_in_phase = 0;  ///< less for a project that goes slowly
    double intensity = 0;        ///< 0 to 1
    bool supported = false;      ///< by the programme
    bool temporary = true;       ///< funding
};

/// The programme's books at the end of a month.
struct ProgrammeMonth {
    int month = 0;                 ///< from January 2003 = 0
    int requests = 0;              ///< since the start
    int granted = 0;               ///< since the start
    std::array<int, 4> running{};  ///< exploring, preparing, realising, securing
    int finished = 0;              ///< since the start, secured or ended
};

struct Cooperation {
    bool begun = false;  ///< ties drawn and the stock of initiatives in place
    IdVector<TableId, TableState> tables;
    std::vector<Project> projects;
    /// Measures of institutions: intensity by employer and initiative.
    IdVector<EmployerId, std::array<double, institutional_initiative_count>> measures;
    IdVector<EmployerId, std::uint8_t> quarters_closed;  ///< without a gap, while hiring
    std::vector<ProgrammeMonth> programme;
    int requests = 0, granted = 0, finished = 0;  ///< of the programme, since its start
    double intake_left = 0;       ///< fraction of a project that the team may still begin
    double urgency_at_start = 0;  ///< of all tables that may ask, by which requests are scaled
};

/// Intensity of every entry this quarter, 0 to 1: what runs by itself and what a scenario forces.
struct Intensities {
    using Row = std::array<double, initiative_count>;
    IdVector<SubregionId, Row> here;
    IdVector<RegionId, Row> in_region;  ///< mean over its subregions, weighted by inhabitants
    Row national{};
};

}  // namespace mgz
