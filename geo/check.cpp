// SPDX-License-Identifier: EUPL-1.2
#include "geo/check.h"

#include <cstdio>
#include <cstdlib>

#include "geo/one_line.h"

namespace geo {

/// Words of a file may stand in it: however strange they are, it stays one sentence on one line.
static std::string sentence(std::string_view where, std::string_view wrong, std::string_view right)
{
    constexpr std::size_t most = 2500;  // bytes of each part; lists of names may be long
    std::string text;
    if (!where.empty()) text.append(one_line(where, most)).append(": ");
    text.append(one_line(wrong, most));
    if (!right.empty()) text.append("; ").append(one_line(right, most));
    return text;
}

InputError::InputError(std::string_view where, std::string_view wrong, std::string_view right)
    : std::runtime_error(sentence(where, wrong, right))
{
}

void contract_broken(const char* what, const char* file, int line)
{
    std::fprintf(stderr, "%s:%d: contract broken: %s\n", file, line, what);
    std::abort();
}

}  // namespace geo
