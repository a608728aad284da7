// SPDX-License-Identifier: EUPL-1.2
#include <cstdio>
#include <string>
#include <vector>

#include "geo/text.h"

int main()
{
    const std::vector<std::string> names = {"baseline", "fitted"};
    std::puts(geo::nearest_name("basline", names).c_str());
}
