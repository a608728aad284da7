// SPDX-License-Identifier: EUPL-1.2
#include "geo/one_line.h"

#include "geo/check.h"
#include "tests/support/catch.h"

using namespace std::string_view_literals;

static const std::string unknown = "\xef\xbf\xbd";

TEST_CASE("ordinary text stays as it is, in any script", "[text]")
{
    for (const auto text :
         {""sv, "a plain sentence; with 'signs'"sv, "Súdwest-Fryslân, 東京, \xf0\x9f\x8f\xa5"sv}) {
        CHECK(geo::is_utf8(text));
        CHECK(geo::one_line(text) == text);
    }
}

TEST_CASE("what is no text does not reach a terminal", "[text]")
{
    CHECK(geo::one_line("two\nlines\tand\r\nmore") == "two lines and  more");
    CHECK(geo::one_line("\x1b[31mred\0 \x7f"sv) == unknown + "[31mred" + unknown + " " + unknown);
    CHECK(geo::one_line("\xc2\x9b"
                        "31m"sv) == unknown + "31m");                         // a C1 control
    CHECK(geo::one_line("abc\xe2\x80\xaetxt"sv) == "abc" + unknown + "txt");  // right to left
}

TEST_CASE("bytes that are not UTF-8 are told from those that are", "[text]")
{
    // Cut off, without a lead, overlong, a surrogate, beyond Unicode.
    for (const auto text : {"caf\xc3"sv, "\x80"sv, "\xc0\xaf"sv, "\xe0\x80\xaf"sv, "\xed\xa0\x80"sv,
                            "\xf4\x90\x80\x80"sv, "\xff"sv}) {
        CHECK_FALSE(geo::is_utf8(text));
        CHECK(geo::is_utf8(geo::one_line(text)));
    }
    CHECK(geo::is_utf8("\xed\x9f\xbf\xee\x80\x80\xf4\x8f\xbf\xbf"sv));
}

TEST_CASE("a long text is cut between characters", "[text]")
{
    CHECK(geo::one_line("abcdef", 6) == "abcdef");
    CHECK(geo::one_line("abcdef", 5) == "abcde...");
    CHECK(geo::one_line("ab\xc3\xa9", 3) == "ab...");
}

TEST_CASE("a message is one sentence on one line, whatever the file says", "[text]")
{
    const geo::InputError error("a\nfile", "holds '\x1b\xff'", std::string(100'000, 'x'));
    const std::string message = error.what();
    CHECK(message.find("a file: holds '" + unknown + unknown + "'; xxx") == 0);
    CHECK(message.size() < 3000);
}
