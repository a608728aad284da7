// SPDX-License-Identifier: EUPL-1.2
#include "geo/text.h"

#include "tests/support/catch.h"

using Names = std::vector<std::string>;

TEST_CASE("edit distance counts single slips", "[text]")
{
    CHECK(geo::edit_distance("", "") == 0);
    CHECK(geo::edit_distance("", "abc") == 3);
    CHECK(geo::edit_distance("code", "code") == 0);
    CHECK(geo::edit_distance("code", "cod") == 1);    // deleted
    CHECK(geo::edit_distance("code", "coode") == 1);  // inserted
    CHECK(geo::edit_distance("code", "cade") == 1);   // replaced
    CHECK(geo::edit_distance("code", "ocde") == 1);   // swapped
    CHECK(geo::edit_distance("code", "Code") == 1);   // case counts here
    CHECK(geo::edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("the nearest name is proposed, and nothing when none is near", "[text]")
{
    const Names columns{"code", "name", "region", "subregion"};
    CHECK(geo::nearest_name("codee", columns) == "code");
    CHECK(geo::nearest_name("CODE", columns) == "code");
    CHECK(geo::nearest_name("regoin", columns) == "region");
    CHECK(geo::nearest_name("sub_region", columns) == "subregion");
    CHECK(geo::nearest_name("population", columns).empty());
    CHECK(geo::nearest_name("x", Names{"ab"}).empty());  // every letter differs
    CHECK(geo::nearest_name("code", Names{}).empty());
}

TEST_CASE("names without end are like none, and soon so", "[text]")
{
    const std::string endless(10'000'000, 'a');
    CHECK(geo::nearest_name(endless, Names{"code", endless}).empty());
    CHECK(geo::nearest_name("code", Names{endless, "codes"}) == "codes");
}

TEST_CASE("of equally near names the first wins", "[text]")
{
    CHECK(geo::nearest_name("bat", Names{"cat", "hat"}) == "cat");
    CHECK(geo::by_nearness("hat", Names{"code", "cat", "hat", "rat"}) ==
          Names{"hat", "cat", "rat", "code"});
}
