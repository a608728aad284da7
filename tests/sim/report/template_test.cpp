// SPDX-License-Identifier: EUPL-1.2
#include "sim/report/report.h"
#include "tests/sim/report/unpack.h"

using Catch::Matchers::Equals;
using namespace mgz::report;

TEST_CASE("the places of a template are filled, once each")
{
    const auto page =
        filled_template(support::small_template, "A & B", "{\"a\":1}", PageLanguage::english);
    CHECK(support::between(page, "<title>", "</title>") == "A &amp; B");
    CHECK(support::between(page, "<html lang=\"", "\"") == "en");
    CHECK(support::data_of(page) == support::Json{{"a", 1}});
    CHECK(page.find("@MGZ") == page.npos);
}

TEST_CASE("a template without a place, or with one twice, is refused")
{
    const auto fill = [](const std::string& text) {
        filled_template(text, "title", "{}", PageLanguage::english);
    };
    CHECK_THROWS_WITH(fill("@MGZ_LANG@ @MGZ_TITLE@"),
                      Equals("report/dist/report.html: holds @MGZ_DATA@ 0 times; install the "
                             "template of this release"));
    CHECK_THROWS_WITH(fill("@MGZ_LANG@ @MGZ_TITLE@ @MGZ_DATA@ @MGZ_LANG@"),
                      Equals("report/dist/report.html: holds @MGZ_LANG@ 2 times; install the "
                             "template of this release"));
}
