// SPDX-License-Identifier: EUPL-1.2
#include "sim/core/id.h"

#include <string>
#include <type_traits>

#include "sim/core/profession.h"
#include "tests/support/catch.h"

using namespace mgz;

// An id of one table cannot index another.
template <class Table, class Index>
concept IndexedBy = requires(Table table, Index index)
{
    table[index];
};
static_assert(IndexedBy<IdVector<RegionId, int>, RegionId>);
static_assert(!IndexedBy<IdVector<RegionId, int>, SubregionId>);
static_assert(!IndexedBy<IdVector<RegionId, int>, int>);
static_assert(!std::is_convertible_v<RegionId, SubregionId>);

TEST_CASE("an id that nobody set is none and sorts last")
{
    CHECK(RegionId{}.none());
    CHECK_FALSE(RegionId::at(0).none());
    CHECK(RegionId::at(1000000) < RegionId{});
    CHECK(RegionId::at(3).index() == 3);
}

TEST_CASE("push_back gives the id of what was pushed, ids come in order")
{
    IdVector<RegionId, std::string> names;
    CHECK(names.empty());
    const RegionId a = names.push_back("a");
    const RegionId b = names.push_back("b");
    CHECK(names[a] == "a");
    CHECK(names[b] == "b");
    std::string walked;
    for (const RegionId id : names.ids())
        walked += names[id];
    CHECK(walked == "ab");
    names.assign(3, "c");
    CHECK(names.size() == 3);
    CHECK(names[a] == "c");
}

TEST_CASE("ids that follow each other are a range, and have rows that do")
{
    IdVector<RegionId, int> tens;
    for (int i = 0; i < 5; ++i)
        tens.push_back(10 * i);
    const IdRange<RegionId> middle(RegionId::at(1), 3);
    CHECK(middle.size() == 3);
    CHECK(middle[0] == RegionId::at(1));
    CHECK(middle[2] == RegionId::at(3));
    int sum = 0;
    for (const RegionId id : middle)
        sum += tens[id];
    CHECK(sum == 10 + 20 + 30);
    const auto rows = tens.of(middle);
    REQUIRE(rows.size() == 3);
    CHECK(rows[2] == 30);
    rows[0] = 7;
    CHECK(tens[RegionId::at(1)] == 7);
    CHECK(IdRange<RegionId>{}.empty());
    CHECK(tens.of(IdRange<RegionId>{}).empty());
    CHECK(tens.ids().size() == 5);
}

TEST_CASE("professions are written as in files, and read back")
{
    for (const Profession p : all_professions)
        CHECK(profession_named(name_of(p)) == p);
    CHECK(name_of(Profession::gp) == "huisarts");
    CHECK_FALSE(profession_named("gp").has_value());
}
