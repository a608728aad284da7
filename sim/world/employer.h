// SPDX-License-Identifier: EUPL-1.2
/// Who employs physicians, or should.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "sim/core/id.h"
#include "sim/core/profession.h"

namespace mgz {

enum class EmployerKind : unsigned char {
    gp_practice,
    vvt,        ///< nursing, care and home care: elderly care physicians (SO)
    ghz,        ///< care of disabled people: physicians for the intellectually disabled (AVG)
    small_home  ///< small-scale living home; no physician of its own
};

/// As written in files: gp_practice, vvt, ghz, small_home.
inline constexpr std::array<std::string_view, 4> employer_kind_names{"gp_practice", "vvt", "ghz",
                                                                     "small_home"};
inline constexpr std::string_view name_of(EmployerKind kind)
{
    return employer_kind_names[static_cast<std::size_t>(kind)];
}

/// The profession that works there; none in a small home.
inline constexpr std::optional<Profession> profession_of(EmployerKind kind)
{
    switch (kind) {
        case EmployerKind::gp_practice:
            return Profession::gp;
        case EmployerKind::vvt:
            return Profession::so;
        case EmployerKind::ghz:
            return Profession::avg;
        case EmployerKind::small_home:
            break;
    }
    return std::nullopt;
}

/// A practice, an organisation or a home. Its need is `share` of its region's need for its
/// profession; the shares of one kind in one region sum to 1.
struct Employer {
    std::string code;  ///< unique, stable for the same inputs and seed
    EmployerKind kind = EmployerKind::gp_practice;
    SettlementId at;
    RegionId region;
    SubregionId subregion;
    double share = 0;
    int owner_seats = 0;  ///< GP practices: owners in 2003; 0 for a practice of a chain
};

}  // namespace mgz
