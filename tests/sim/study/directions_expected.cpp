// SPDX-License-Identifier: EUPL-1.2
// What a domain expert expects of each ready scenario, and where the model surprises: there the row
// says what the model does, and its sentence begins with "Surprise". One row is one line to read:
// where, in how many of the regions, what, when, which way, why.
#include "tests/sim/study/directions.h"

namespace directions {

namespace {

const Place country{"the country", {}};
// North-Holland North, Drenthe, Flevoland, Twente, Zeeland.
const Place five{"the five regions", {"ZK06", "ZK07", "ZK18", "ZK22", "ZK27"}};
const Place beside_five{"the other regions", {"ZK06", "ZK07", "ZK18", "ZK22", "ZK27"}, true};
// Also Friesland and South-East Brabant.
const Place seven{"the seven regions", {"ZK06", "ZK07", "ZK08", "ZK18", "ZK22", "ZK27", "ZK30"}};
const Place beside_seven{
    "the other regions", {"ZK06", "ZK07", "ZK08", "ZK18", "ZK22", "ZK27", "ZK30"}, true};
const Place twente{"Twente", {"ZK22"}};
const Place beside_twente{"all but Twente", {"ZK22"}, true};
const Place amsterdam{"Amsterdam and surroundings", {"ZK01", "ZK02"}};
const Place every_region{"every region", {"none"}, true};

using enum Expect;
using enum Of;

}  // namespace

}  // namespace directions
