// SPDX-License-Identifier: EUPL-1.2
#include "geo/check.h"

#include <cstdio>
#include <cstdlib>

namespace geo {

static std::string sentence(std::string_view where, std::string_view wrong, std::string_view right)
{
    std::string text;
    if (!where.empty()) text.append(where).append(": ");
    text.append(wrong);
    if (!right.empty()) text.append("; ").append(right);
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
