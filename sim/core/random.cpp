// SPDX-License-Identifier: EUPL-1.2
#include "sim/core/random.h"

#include <Random123/philox.h>

namespace mgz {

Words Draws::words(Purpose purpose, AgentKey key, Quarter quarter, std::uint32_t block,
                   std::uint32_t series) const
{
    const r123::Philox4x32::ctr_type counter{{key, static_cast<std::uint32_t>(quarter.index),
                                              static_cast<std::uint32_t>(purpose) | series << 8,
                                              block}};
    const r123::Philox4x32::key_type stream{{seed_, replicate_}};
    const auto out = r123::Philox4x32{}(counter, stream);
    return Words{{out[0], out[1], out[2], out[3]}};
}

}  // namespace mgz
