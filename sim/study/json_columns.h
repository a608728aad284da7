// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/study only: what the rows of a list in a JSON file hold, told in the file itself as
/// dictionary.csv tells it of tables.
#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>

namespace mgz {

struct JsonColumn {
    const char* name;
    const char* unit;  ///< "1" for a pure number, "-" where there is none
    const char* meaning;
};

inline nlohmann::ordered_json explained(std::initializer_list<JsonColumn> columns)
{
    auto json = nlohmann::ordered_json::object();
    for (const JsonColumn& c : columns)
        json[c.name] = {{"unit", c.unit}, {"meaning", c.meaning}};
    return json;
}

}  // namespace mgz
