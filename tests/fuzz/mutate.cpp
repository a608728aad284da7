// SPDX-License-Identifier: EUPL-1.2
#include "tests/fuzz/mutate.h"

#include <algorithm>
#include <array>

namespace fuzz {

using namespace std::string_view_literals;

/// What text readers trip over.
static constexpr std::array extremes{"0"sv,
                                     "-1"sv,
                                     "1e308"sv,
                                     "-1e308"sv,
                                     "1e-320"sv,
                                     "nan"sv,
                                     "inf"sv,
                                     "-inf"sv,
                                     "2147483648"sv,
                                     "-2147483649"sv,
                                     "4294967296"sv,
                                     "9223372036854775807"sv,
                                     "-9223372036854775808"sv,
                                     "18446744073709551616"sv,
                                     "1e9999"sv,
                                     "0.5"sv,
                                     "2.5"sv,
                                     "1_000"sv,
                                     "0x7fffffff"sv,
                                     "1979-05-27"sv};
static constexpr std::array odd_pieces{
    "\0"sv, "\xff"sv, "\xed\xa0\x80"sv, "\n"sv, "\r\n"sv, "\""sv,       "\\n"sv, "["sv,
    "{"sv,  ","sv,    "\x1b[31m"sv,     "="sv,  "\xe2"sv, "a.a.a.a."sv, "\t"sv,  "\\u0000"sv};
/// The same in binary files.
static constexpr std::array words{"\xff\xff\xff\xff"sv, "\xff\xff\xff\x7f"sv, "\0\0\0\0"sv,
                                  "\x7f\xff\xff\xff"sv, "\x01\0\0\0"sv,       "\0\0\0\x80"sv};

/// splitmix64; the small bias of the remainder does not matter here.
std::size_t Mutator::below(std::size_t end)
{
    state_ += 0x9e3779b97f4a7c15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    z ^= z >> 31;
    return end == 0 ? 0 : static_cast<std::size_t>(z % end);
}

std::string_view Mutator::piece_of(std::string_view bytes)
{
    const std::size_t from = below(bytes.size());
    return bytes.substr(from, 1 + below(std::min<std::size_t>(bytes.size() - from, 200)));
}

void Mutator::change_number(std::string& bytes)
{
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto start =
        std::find_if(bytes.begin() + static_cast<long>(below(bytes.size())), bytes.end(), digit);
    const auto end = std::find_if_not(start, bytes.end(), digit);
    bytes.replace(start, end, extremes[below(extremes.size())]);
}

void Mutator::change_word(std::string& bytes)
{
    const auto word = words[below(words.size())];
    if (bytes.size() < word.size()) return;
    bytes.replace(below(bytes.size() - word.size() + 1), word.size(), word);
}

void Mutator::change(std::string& bytes)
{
    const auto somewhere = [&] { return below(bytes.size() + 1); };
    const std::string piece(piece_of(bytes));
    switch (below(10)) {
        case 0:
            if (!bytes.empty()) bytes[below(bytes.size())] ^= static_cast<char>(1U << below(8));
            break;
        case 1:
            if (!bytes.empty()) bytes[below(bytes.size())] = static_cast<char>(below(256));
            break;
        case 2:
            bytes.erase(somewhere(), piece.size());
            break;
        case 3:
            bytes.insert(somewhere(), piece);
            break;
        case 4:
            for (std::size_t times = below(40); times > 0 && bytes.size() < 20'000; --times)
                bytes.insert(below(bytes.size() + 1), piece);
            break;
        case 5:
            bytes.insert(somewhere(), piece_of(others_[below(others_.size())]));
            break;
        case 6:
            bytes.insert(somewhere(), odd_pieces[below(odd_pieces.size())]);
            break;
        case 7:
            change_word(bytes);
            break;
        case 8:
            if (below(4) == 0) bytes.resize(somewhere());
            break;
        default:
            change_number(bytes);
    }
}

std::string Mutator::mutated(std::string bytes)
{
    for (std::size_t changes = 1 + below(4); changes > 0; --changes)
        change(bytes);
    return bytes;
}

}  // namespace fuzz
