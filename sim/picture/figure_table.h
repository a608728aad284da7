// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/picture only: the figures of one indicator, from any table that has it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sim/picture/map_request.h"
#include "sim/picture/map_words.h"

namespace mgz::picture {

/// A middle and its 90% interval.
struct Figure {
    double middle, p05, p95;
};

/// Of one indicator, profession and level: scenario -> year -> code -> figure. Runs have one
/// scenario, "".
struct FigureTable {
    std::string profession;
    std::map<std::string, std::map<int, std::map<std::string, Figure>>> figures;

    std::set<int> years() const;
    /// Of all scenarios, years and areas: what classes are made from.
    std::vector<double> all_middles() const;
};

/// Where a table keeps what.
struct TableForm {
    std::string file;
    bool has_scenario = false, has_level = false, has_profession = true;
    std::string middle = "mean", low = "p05", high = "p95";
};

/// Errors (InputError): no table of the folder has the indicator (with the nearest), or has it for
/// this level or profession (with those there are).
FigureTable read_figures(const report::Folder& folder, const std::vector<TableForm>& forms,
                         const MapRequest& request);

/// Name, unit and side of the indicator: from the words of the program, else from the dictionary of
/// the folder.
MapIndicator indicator_of(const report::Folder& folder, const std::string& id,
                          const MapWords& words);

/// The year asked for. Errors (InputError): it is not among those there are.
int year_of(const report::Folder& folder, const MapRequest& request, const std::set<int>& years,
            int otherwise);

}  // namespace mgz::picture
