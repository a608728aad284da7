// SPDX-License-Identifier: EUPL-1.2
#include "sim/core/random.h"

#include <Random123/philox.h>

#include <algorithm>
#include <array>

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

/// As Words::uniform. The conversion knows signed numbers alone: both sums are exact.
static void to_uniforms(__m128i words, double* to)
{
    const __m128i centred = _mm_xor_si128(words, _mm_set1_epi32(static_cast<int>(0x80000000u)));
    const __m128d half_up = _mm_set1_pd(0x1p31 + 0.5), scale = _mm_set1_pd(0x1p-32);
    const auto uniform = [&](__m128i two) {
        return _mm_mul_pd(_mm_add_pd(_mm_cvtepi32_pd(two), half_up), scale);
    };
    _mm_storeu_pd(to, uniform(centred));
    _mm_storeu_pd(to + 2, uniform(_mm_unpackhi_epi64(centred, centred)));
}

/// Uniforms of four blocks that follow each other, worked out one in each lane (Salmon et al.
/// 2011).
static void draw_four(const Philox::ctr_type& first, Philox::key_type key, double* to)
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
    // Block b has the b-th lane of each: a row of the transposed.
    const __m128i low01 = _mm_unpacklo_epi32(c0, c1), low23 = _mm_unpacklo_epi32(c2, c3);
    const __m128i high01 = _mm_unpackhi_epi32(c0, c1), high23 = _mm_unpackhi_epi32(c2, c3);
    to_uniforms(_mm_unpacklo_epi64(low01, low23), to);
    to_uniforms(_mm_unpackhi_epi64(low01, low23), to + 4);
    to_uniforms(_mm_unpacklo_epi64(high01, high23), to + 8);
    to_uniforms(_mm_unpackhi_epi64(high01, high23), to + 12);
}

#else

static void draw_four(Philox::ctr_type counter, const Philox::key_type& key, double* to)
{
    for (int block = 0; block < 4; ++block, ++counter[3]) {
        const Words words = draw(counter, key);
        for (int i = 0; i < 4; ++i)
            *to++ = words.uniform(i);
    }
}

#endif

void Draws::uniforms(Purpose purpose, AgentKey key, Quarter quarter, std::span<double> to) const
{
    constexpr std::size_t at_once = 16;
    Philox::ctr_type counter{
        {key, static_cast<std::uint32_t>(quarter.index), static_cast<std::uint32_t>(purpose), 0}};
    const Philox::key_type stream{{seed_, replicate_}};
    std::size_t i = 0;
    for (; i + at_once <= to.size(); i += at_once, counter[3] += 4)
        draw_four(counter, stream, to.data() + i);
    std::array<double, at_once> last{};
    draw_four(counter, stream, last.data());
    std::copy_n(last.begin(), to.size() - i, to.begin() + static_cast<long>(i));
}

}  // namespace mgz
