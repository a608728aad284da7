// SPDX-License-Identifier: EUPL-1.2
#include "sim/core/random.h"

#include <Random123/philox.h>

#include <algorithm>
#include <array>

#include "geo/check.h"

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

namespace {

/// One word of two blocks: the lower half of each lane. The upper half is never looked at.
using Pair = __m128i;

Pair both(std::uint32_t x)
{
    return _mm_set1_epi32(static_cast<int>(x));
}
Pair upper(Pair product)
{
    return _mm_srli_epi64(product, 32);
}

/// Two blocks whose counters follow each other, and the ten rounds of Salmon et al. (2011).
struct TwoBlocks {
    Pair c0, c1, c2, c3;

    TwoBlocks(const Philox::ctr_type& first, std::uint32_t block)
        : c0(both(first[0])),
          c1(both(first[1])),
          c2(both(first[2])),
          c3(_mm_add_epi32(both(first[3] + block), _mm_setr_epi32(0, 0, 1, 0)))
    {
    }

    void round(Pair key0, Pair key1)
    {
        const Pair product0 = _mm_mul_epu32(c0, both(PHILOX_M4x32_0));
        const Pair product1 = _mm_mul_epu32(c2, both(PHILOX_M4x32_1));
        c0 = _mm_xor_si128(_mm_xor_si128(upper(product1), c1), key0);
        c2 = _mm_xor_si128(_mm_xor_si128(upper(product0), c3), key1);
        c1 = product1;
        c3 = product0;
    }

    void write(std::uint32_t* to) const
    {
        const auto side_by_side = [](Pair even, Pair odd) {
            const Pair low = _mm_and_si128(even, _mm_set1_epi64x(0xffffffff));
            return _mm_or_si128(low, _mm_slli_epi64(odd, 32));
        };
        const Pair front = side_by_side(c0, c1), back = side_by_side(c2, c3);
        auto* const at = reinterpret_cast<__m128i*>(to);
        _mm_storeu_si128(at, _mm_unpacklo_epi64(front, back));
        _mm_storeu_si128(at + 1, _mm_unpackhi_epi64(front, back));
    }
};

void draw_four(const Philox::ctr_type& first, const Philox::key_type& stream, std::uint32_t* to)
{
    TwoBlocks early(first, 0), late(first, 2);
    Pair key0 = both(stream[0]), key1 = both(stream[1]);
    for (int round = 0; round < 10; ++round) {
        early.round(key0, key1);
        late.round(key0, key1);
        key0 = _mm_add_epi32(key0, both(PHILOX_W32_0));
        key1 = _mm_add_epi32(key1, both(PHILOX_W32_1));
    }
    early.write(to);
    late.write(to + 8);
}

}  // namespace

#else

static void draw_four(Philox::ctr_type counter, const Philox::key_type& stream, std::uint32_t* to)
{
    for (int block = 0; block < 4; ++block, ++counter[3])
        to = std::copy_n(draw(counter, stream).w.begin(), 4, to);
}

#endif

void Draws::fill(Purpose purpose, AgentKey key, Quarter quarter, std::span<std::uint32_t> to) const
{
    expects(to.size() % words_at_once == 0);
    Philox::ctr_type counter{
        {key, static_cast<std::uint32_t>(quarter.index), static_cast<std::uint32_t>(purpose), 0}};
    const Philox::key_type stream{{seed_, replicate_}};
    for (std::size_t i = 0; i < to.size(); i += words_at_once, counter[3] += 4)
        draw_four(counter, stream, to.data() + i);
}

}  // namespace mgz
