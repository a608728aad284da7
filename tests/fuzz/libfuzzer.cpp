// SPDX-License-Identifier: EUPL-1.2
// The reader named by MGZ_FUZZ_TARGET, for libFuzzer. The target "words" prints a dictionary of the
// keys that scenarios have.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "sim/scenario/initiative.h"
#include "sim/scenario/registry.h"
#include "tests/fuzz/fuzz.h"

static const fuzz::Target* chosen = nullptr;

extern "C" int LLVMFuzzerInitialize(int*, char***)
{
    const char* value = std::getenv("MGZ_FUZZ_TARGET");
    const std::string_view name = value == nullptr ? "" : value;
    if (name == "words") {
        mgz::Scenario scenario;
        for (const auto& parameter : mgz::parameters(scenario))
            std::printf("\"%s = \"\n", parameter.key.c_str());
        for (const auto& id : mgz::initiative_ids())
            std::printf("\"%s\"\n", id.c_str());
        std::exit(0);
    }
    chosen = fuzz::target_named(name);
    if (chosen == nullptr) fuzz::fault("MGZ_FUZZ_TARGET names no target");
    if (chosen->prepare != nullptr) chosen->prepare();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::try_bytes(*chosen, {reinterpret_cast<const char*>(data), size});
    return 0;
}
