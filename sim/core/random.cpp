// SPDX-License-Identifier: EUPL-1.2
#include "sim/core/random.h"

#include <Random123/philox.h>

#include <algorithm>
#include <array>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace mgz {

using Philox = r123::Philox4x32;

static Words draw(const Philox::ctr_type& counter, const Philox::key_type& stream)
{
    const auto out = Philox{}(counter, stream);
    return Words{{out[0], out[1], out[2], out[3]}};
}

Words Draws::words(Purpose purpose, AgentKey key, Quarter quarter, std::uint32_t block,
                   std::uint32_t series) const
{
    return draw({{key, static_cast<std::uint32_t>(quarter.index),
                  static_cast<std::uint32_t>(purpose) | series << 8, block}},
                {{seed_, replicate_}});
}

#ifdef __SSE2__  // part of every x86-64

/// The same words of four blocks that follow each other, one in each lane (Salmon et al. 2011).
static std::array<Words, 4> draw_four(const Philox::ctr_type& first, Philox::key_type key)
{
    const auto all = [](std::uint32_t x) { return _mm_set1_epi32(static_cast<int>(x)); };
    const __m128i low_half = _mm_set1_epi64x(0xffffffff);
    const __m128i multiplier0 = all(PHILOX_M4x32_0), multiplier1 = all(PHILOX_M4x32_1);
    __m128i c0 = all(first[0]), c1 = all(first[1]), c2 = all(first[2]);
    __m128i c3 = _mm_add_epi32(all(first[3]), _mm_setr_epi32(0, 1, 2, 3));
    for (int round = 0; round < 10; ++round) {
        // Products of 64 bits: of the even lanes and of the odd ones.
        const __m128i even0 = _mm_mul_epu32(c0, multiplier0);
        const __m128i odd0 = _mm_mul_epu32(_mm_srli_epi64(c0, 32), multiplier0);
        const __m128i even1 = _mm_mul_epu32(c2, multiplier1);
        const __m128i odd1 = _mm_mul_epu32(_mm_srli_epi64(c2, 32), multiplier1);
        const auto low = [&](__m128i even, __m128i odd) {
            return _mm_or_si128(_mm_and_si128(even, low_half), _mm_slli_epi64(odd, 32));
        };
        const auto high = [&](__m128i even, __m128i odd) {
            return _mm_or_si128(_mm_srli_epi64(even, 32), _mm_andnot_si128(low_half, odd));
        };
        c0 = _mm_xor_si128(_mm_xor_si128(high(even1, odd1), c1), all(key[0]));
        c2 = _mm_xor_si128(_mm_xor_si128(high(even0, odd0), c3), all(key[1]));
        c1 = low(even1, odd1);
        c3 = low(even0, odd0);
        key[0] += PHILOX_W32_0;
        key[1] += PHILOX_W32_1;
    }
    std::array<std::array<std::uint32_t, 4>, 4> lanes;
    const __m128i columns[4] = {c0, c1, c2, c3};
    std::memcpy(lanes.data(), columns, sizeof lanes);
    std::array<Words, 4> four;
    for (std::size_t lane = 0; lane < 4; ++lane)
        four[lane] = {{lanes[0][lane], lanes[1][lane], lanes[2][lane], lanes[3][lane]}};
    return four;
}

#else

static std::array<Words, 4> draw_four(Philox::ctr_type counter, const Philox::key_type& key)
{
    std::array<Words, 4> four;
    for (Words& words : four) {
        words = draw(counter, key);
        ++counter[3];
    }
    return four;
}

#endif

void Draws::blocks(Purpose purpose, AgentKey key, Quarter quarter, std::span<Words> to) const
{
    for (std::size_t i = 0; i < to.size(); i += 4) {
        const auto four =
            draw_four({{key, static_cast<std::uint32_t>(quarter.index),
                        static_cast<std::uint32_t>(purpose), static_cast<std::uint32_t>(i)}},
                      {{seed_, replicate_}});
        std::copy_n(four.begin(), std::min<std::size_t>(4, to.size() - i),
                    to.begin() + static_cast<long>(i));
    }
}

}  // namespace mgz
