// SPDX-License-Identifier: EUPL-1.2
/// One header for Catch2 v2 (Debian 12) and v3 (Debian 13). Use WithinRel/WithinAbs, not Approx.
#pragma once
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>
#include <catch2/matchers/catch_matchers_all.hpp>
#else
#include <catch2/catch.hpp>
namespace Catch::Matchers {
inline auto ContainsSubstring(const std::string& text)
{
    return Contains(text);
}
}  // namespace Catch::Matchers
#endif
