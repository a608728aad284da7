// SPDX-License-Identifier: EUPL-1.2
// The patterns that the program can measure, in the order in which they are printed.
#include <array>

#include "sim/study/patterns_data.h"

namespace mgz {

static constexpr std::array<PatternKind, 49> kinds{{
    {"P1-expected", "P1", "regions with bar S below 0.05"},
    {"P1-felt", "P1", "regions with bar S of 0.05 to 0.10"},
    {"P1-acute", "P1", "regions with bar S of 0.10 or more"},
    {"P1b-far", "P1b", "far regions without shortage"},
    {"P1b-near", "P1b", "near regions in acute shortage"},
    {"P1c", "P1c", "regions where bar S grows in two years"},
    {"P2", "P2", "near-far pairs with bar S near < far"},
    {"P2b", "P2b", "mean bar S near / all regions"},
    {"P2b-half", "P2b", "near regions below the median of bar S"},
    {"P3-huisarts", "P3", "rank correlation shortage-distance, GP"},
    {"P3-so", "P3", "rank correlation shortage-distance, SO"},
    {"P3-huisarts-margin", "P3", "the same above the null, GP"},
    {"P3-so-margin", "P3", "the same above the null, SO"},
    {"P4", "P4", "|rank correlation|, AVG"},
    {"P5", "P5", "regions where large are better staffed"},
    {"P5-slope", "P5", "slope of FTE/need on ln need"},
    {"P6", "P6", "regions that miss SO and AVG outside houses"},
    {"P7", "P7", "regions that miss care in small homes"},
    {"P7b", "P7b", "share of the regions of P6 that are in P7"},
    {"P8", "P8", "regions with thin duty groups"},
    {"P9", "P9", "regions that push clients to HAP and SEH"},
    {"P9-rank", "P9", "rank correlation of that with S"},
    {"P10", "P10", "regions where most successions fail"},
    {"P11", "P11", "regions with a shared duty rota"},
    {"P12-none", "P12", "regions without ambition"},
    {"P12-scale-up", "P12", "regions that scale up"},
    {"P12-concrete", "P12", "regions with a concrete plan"},
    {"P12-vision", "P12", "regions that want a vision first"},
    {"P12-none-expected", "P12", "without ambition, shortage expected"},
    {"P12-none-short", "P12", "without ambition, short already"},
    {"P13", "P13", "running supports, error after the fit"},
    {"P13-fitted", "P13", "running supports, error of the fit"},
    {"P13-early", "P13", "share in the first two phases at the end"},
    {"P13-finished", "P13", "finished at the end"},
    {"P13-requests-before", "P13", "requests until the earlier month"},
    {"P13-requests", "P13", "requests until the last month"},
    {"P14-away", "P14", "rank correlation placed away-shortage SO"},
    {"P14-back", "P14", "median weeks until the return, VVT"},
    {"P14-placed", "P14", "share of urgent clients placed, VVT"},
    {"P14-ghz", "P14", "share placed away, GHZ / VVT"},
    {"P17", "P17", "regions that buy commercial physicians"},
    {"P18", "P18", "regions with fragile funding"},
    {"P19", "P19", "GPs per 10,000 by region, max/min"},
    {"H1", "H1", "rank correlation with GPs by province"},
    {"H1-margin", "H1", "the same above the null"},
    {"H2", "H2", "AUC of worse against better areas"},
    {"H3-favourite", "H3", "young GPs per vacancy, rank from the top"},
    {"H3-shunned", "H3", "young GPs per vacancy, rank from the bottom"},
    {"H3-below", "H3", "young GPs per vacancy / median"},
}};

std::span<const PatternKind> pattern_kinds()
{
    return kinds;
}

}  // namespace mgz
