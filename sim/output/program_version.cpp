// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/program_version.h"

#include "generated/program_revision.h"

namespace mgz {

std::string_view program_version()
{
    return MGZ_PROGRAM_VERSION;
}

std::string_view program_revision()
{
    return MGZ_PROGRAM_REVISION;
}

}  // namespace mgz
