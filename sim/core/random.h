// SPDX-License-Identifier: EUPL-1.2
/// Random numbers with an address, not a turn.
///
/// A draw is a pure function of (seed, replicate) and of (agent key, quarter, purpose, block):
/// Philox4x32-10 (Salmon et al. 2011) with the latter as counter and the former as key. Nothing is
/// consumed, so a draw added for one purpose moves no other, one agent can be replayed alone, and
/// scenarios that share a seed share their luck (common random numbers). Agent keys come from
/// origin (profession, cohort, ordinal), never from the order of a table.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "sim/core/calendar.h"

namespace mgz {

enum class Purpose : std::uint32_t {
    world,           ///< synthesis of employers (replicate 0 always)
    start,           ///< the stock of the first quarter
    training_place,  ///< centre and practice place of a trainee
    person,          ///< traits drawn once: sex, home, yield, age of retirement, thresholds
    stance,          ///< what a general practitioner looks for
    arrival,         ///< first arrivals of the choice of a place
    proposal,        ///< later arrivals, which position, whether it is accepted
    base,            ///< where a changing locum lives: first arrivals
    base_proposal,   ///< and later ones
    priority,        ///< who is first when too many want one position
    practice,        ///< what becomes of a practice without an owner
    small_homes,     ///< how well care teams of small homes are equipped
    governance,      ///< strength of ties between boards, physicians' sense of urgency
    measure,         ///< whether an institution takes a measure of its own
    joint,           ///< whether boards start a joint initiative, and which
    funding,         ///< whether money lapses or becomes structural
    programme,       ///< who asks the programme for support, and whether it is given
    design,          ///< points of a study's design, and resampling of its outcomes
};

using AgentKey = std::uint32_t;

/// Uniform on (0, 1): never 0 and never 1.
inline double uniform_of(std::uint32_t word)
{
    return (static_cast<double>(word) + 0.5) * 0x1p-32;
}

/// Never above -log_of(uniform_of(word)), close to it where that is small, in single precision: the
/// first two terms of the series in 1 - u, half a bit left out.
inline float wait_bound_of(std::uint32_t word)
{
    constexpr float step = 0x1p-31f * (1 - 0x1p-18f);  // less more than any rounding
    const float x = static_cast<float>(static_cast<std::int32_t>(~word >> 1)) * step;
    return x + 0.5f * (x * x);
}

/// Is -log_of(uniform_of(word)) at most so many times wait_bound_of(word)? For u from 3/4 up.
inline constexpr float wait_slack = 1.03f;
inline bool wait_bound_is_close(std::uint32_t word)
{
    constexpr std::uint32_t least = 1u << 20, most = 1u << 30;  // below, the half bit counts
    return ~word - least <= most - least;
}

/// A key for draws of its own, over 64 bits.
constexpr std::uint64_t spread(AgentKey key)
{
    return std::uint64_t{key} * 0x9e3779b97f4a7c15u;
}

/// Four draws of one address.
struct Words {
    std::array<std::uint32_t, 4> w{};

    /// Uniform on (0, 1): never 0 and never 1. REQUIRES: 0 <= i < 4.
    double uniform(int i) const { return uniform_of(w[static_cast<std::size_t>(i)]); }

    /// A uniform of its own for each of many alternatives, out of words 0 and 3: what other
    /// alternatives there are cannot move it. The finaliser of SplitMix64 (Steele, Lea and Flood
    /// 2014) over words and key.
    double keyed_uniform(AgentKey key) const { return uniform_of(keyed_word(spread(key))); }
    /// \param spread_key spread() of the key
    std::uint32_t keyed_word(std::uint64_t spread_key) const
    {
        std::uint64_t z = (std::uint64_t{w[0]} << 32 | w[3]) ^ spread_key;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return static_cast<std::uint32_t>((z ^ z >> 31) >> 32);
    }
};

class Draws {
public:
    Draws(std::uint32_t seed, std::uint32_t replicate) : seed_(seed), replicate_(replicate) {}

    /// \param block  tells draws of one purpose apart
    /// \param series the same where 32 bits of block are not enough. REQUIRES: < 2^24
    Words words(Purpose purpose, AgentKey key, Quarter quarter, std::uint32_t block = 0,
                std::uint32_t series = 0) const;

    static constexpr std::size_t words_at_once = 16;
    /// Words of blocks 0, 1, 2, ..., four of each. REQUIRES: a multiple of words_at_once of them.
    void fill(Purpose purpose, AgentKey key, Quarter quarter, std::span<std::uint32_t> to) const;

    /// One uniform on (0, 1).
    double uniform(Purpose purpose, AgentKey key, Quarter quarter, std::uint32_t block = 0) const
    {
        return words(purpose, key, quarter, block).uniform(0);
    }

private:
    std::uint32_t seed_;
    std::uint32_t replicate_;
};

}  // namespace mgz
