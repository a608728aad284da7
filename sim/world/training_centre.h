// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "geo/point.h"
#include "sim/core/id.h"
#include "sim/core/profession.h"

namespace mgz {

/// An institute that trains one profession, or a dependance of one.
struct TrainingCentre {
    std::string code;
    std::string name;
    Profession profession = Profession::gp;
    geo::Point at;
    std::string parent;  ///< code of the parent institute; empty for an institute itself
    double share = 0;    ///< of the profession's national places, before normalising; >= 0
    std::optional<int> from_year, to_year;  ///< open in these years, both included

    bool open_in(int year) const
    {
        return (!from_year || *from_year <= year) && (!to_year || year <= *to_year);
    }
};

}  // namespace mgz
