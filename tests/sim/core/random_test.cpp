// SPDX-License-Identifier: EUPL-1.2
#include "sim/core/random.h"

#include <random>
#include <set>
#include <vector>

#include "sim/core/elementary.h"
#include "tests/support/catch.h"

using namespace mgz;

namespace {

using Four = std::array<std::uint32_t, 4>;

/// Philox4x32-10 written out from the paper (Salmon et al. 2011, section 3.3): an oracle that
/// shares nothing with the library.
Four philox(Four counter, std::uint32_t key0, std::uint32_t key1)
{
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t a = 0xD2511F53ull * counter[0];
        const std::uint64_t b = 0xCD9E8D57ull * counter[2];
        counter = {
            static_cast<std::uint32_t>(b >> 32) ^ counter[1] ^ key0, static_cast<std::uint32_t>(b),
            static_cast<std::uint32_t>(a >> 32) ^ counter[3] ^ key1, static_cast<std::uint32_t>(a)};
        key0 += 0x9E3779B9u;
        key1 += 0xBB67AE85u;
    }
    return counter;
}

/// Words of a raw counter: key, quarter, purpose, block.
Four words_of(Four c, std::uint32_t seed, std::uint32_t replicate)
{
    return Draws(seed, replicate)
        .words(static_cast<Purpose>(c[2]), c[0], Quarter{static_cast<int>(c[1])}, c[3])
        .w;
}

}  // namespace

TEST_CASE("known answers of Random123 come out")
{
    CHECK(words_of({0, 0, 0, 0}, 0, 0) == Four{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    const std::uint32_t ones = 0xffffffff;
    CHECK(words_of({ones, ones, ones, ones}, ones, ones) ==
          Four{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(words_of({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, 0xa4093822, 0x299f31d0) ==
          Four{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("words are those of the paper's cipher at the address (key, quarter, purpose, block)")
{
    for (std::uint32_t i = 0; i < 500; ++i) {
        const AgentKey key = i * 2654435761u;
        const Quarter q{static_cast<int>(i % 160) - 8};
        const auto purpose = static_cast<Purpose>(i % 11);
        const Four expected =
            philox({key, static_cast<std::uint32_t>(q.index), i % 11, i * i}, 7 + i, i % 50);
        CHECK(Draws(7 + i, i % 50).words(purpose, key, q, i * i).w == expected);
    }
}

TEST_CASE("every coordinate of an address matters, and the same address gives the same words")
{
    const auto at = [](std::uint32_t seed, std::uint32_t replicate, Purpose purpose, AgentKey key,
                       int quarter, std::uint32_t block) {
        return Draws(seed, replicate).words(purpose, key, Quarter{quarter}, block).w;
    };
    const auto base = at(1, 2, Purpose::arrival, 3, 4, 5);
    CHECK(base == at(1, 2, Purpose::arrival, 3, 4, 5));
    CHECK(base != at(2, 2, Purpose::arrival, 3, 4, 5));
    CHECK(base != at(1, 3, Purpose::arrival, 3, 4, 5));
    CHECK(base != at(1, 2, Purpose::proposal, 3, 4, 5));
    CHECK(base != at(1, 2, Purpose::arrival, 4, 4, 5));
    CHECK(base != at(1, 2, Purpose::arrival, 3, 5, 5));
    CHECK(base != at(1, 2, Purpose::arrival, 3, 4, 6));
    // Neighbouring addresses do not collide.
    std::set<Four> seen;
    for (std::uint32_t key = 0; key < 20; ++key) {
        for (int quarter = 0; quarter < 20; ++quarter) {
            for (std::uint32_t block = 0; block < 20; ++block)
                seen.insert(at(1, 2, Purpose::arrival, key, quarter, block));
        }
    }
    CHECK(seen.size() == 8000);
}

TEST_CASE("no draw depends on how many were taken before it")
{
    const Draws draws(11, 4);
    const auto late = draws.words(Purpose::person, 99, Quarter{7});
    for (AgentKey key = 0; key < 1000; ++key)
        (void)draws.uniform(Purpose::person, key, Quarter{7});
    CHECK(draws.words(Purpose::person, 99, Quarter{7}).w == late.w);
}

TEST_CASE("uniforms lie inside (0, 1), also at the ends of a word")
{
    const Words ends{{0, 0xffffffff, 0x80000000, 1}};
    CHECK(ends.uniform(0) > 0.0);
    CHECK(ends.uniform(1) < 1.0);
    CHECK(ends.uniform(2) > 0.5);
    CHECK(ends.uniform(0) < ends.uniform(3));
}

TEST_CASE("uniforms are spread evenly: chi-square over 100 cells")
{
    const Draws draws(1, 0);
    constexpr int n = 200000, cells = 100;
    std::vector<int> count(cells, 0);
    for (AgentKey key = 0; key < n; ++key) {
        const double u = draws.uniform(Purpose::arrival, key, Quarter{3});
        ++count[static_cast<std::size_t>(u * cells)];
    }
    double chi_square = 0;
    for (const int c : count) {
        const double expected = double{n} / cells;
        chi_square += (c - expected) * (c - expected) / expected;
    }
    INFO("chi-square " << chi_square << " with 99 degrees of freedom");
    CHECK(chi_square < 170);  // exceeded once in 100,000
    CHECK(chi_square > 45);   // too even is no chance either
}

TEST_CASE("many words are those of block 0, 1, 2 and so on")
{
    const Draws draws(7, 3);
    for (const std::size_t n : {16u, 64u, 160u}) {
        std::vector<std::uint32_t> words(n + 1, 77);
        draws.fill(Purpose::arrival, 12345, Quarter{-3}, std::span(words).first(n));
        for (std::size_t i = 0; i < n; ++i) {
            const auto block = static_cast<std::uint32_t>(i / 4);
            CHECK(words[i] == draws.words(Purpose::arrival, 12345, Quarter{-3}, block).w[i % 4]);
        }
        CHECK(words[n] == 77);  // nothing is written behind the last
    }
}

TEST_CASE("wait_bound_of is never above the waiting time of a draw, and close to it near one")
{
    std::mt19937 twister(9);
    int close = 0;
    const auto look_at = [&](std::uint32_t word) {
        const double wait = -log_of(uniform_of(word)), bound = wait_bound_of(word);
        REQUIRE(bound <= wait);
        if (!wait_bound_is_close(word)) return;
        ++close;
        REQUIRE(wait <= bound * wait_slack);
    };
    for (int i = 0; i < 300000; ++i) {
        const auto word = static_cast<std::uint32_t>(twister());
        look_at(word);
        look_at(~(word >> twister() % 32));  // near one
    }
    for (std::uint32_t i = 0; i < 1000; ++i) {
        look_at(i);
        look_at(~i);
        for (const std::uint32_t edge : {1u << 20, 1u << 30})
            look_at(~(edge - 500 + i));
    }
    CHECK(close > 100000);
}
