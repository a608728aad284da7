// SPDX-License-Identifier: EUPL-1.2
// Catch2 v2 needs its main compiled once; v3 brings its own.
#if !__has_include(<catch2/catch_all.hpp>)
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#endif
