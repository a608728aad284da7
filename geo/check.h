// SPDX-License-Identifier: EUPL-1.2
/// Two kinds of wrong. Ours: a broken contract, checked by expects/ensures when MGZ_CONTRACTS is
/// defined. Theirs: bad input (InputError, always checked) or a machine that refuses (RunError).
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace geo {

/// Input that cannot be used. One clear sentence: where, what is wrong, what would be right.
/// The program ends with exit status 2.
class InputError : public std::runtime_error {
public:
    /// \param where file, and the place in it ("a.csv, row 12"); may be empty
    /// \param wrong what is wrong ("population is -5")
    /// \param right what would be right ("give 0 or more"); may be empty
    InputError(std::string_view where, std::string_view wrong, std::string_view right = {});
};

/// The machine refused: disk full, folder not writable. The program ends with exit status 1.
class RunError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

[[noreturn]] void contract_broken(const char* what, const char* file, int line);

}  // namespace geo

#ifdef MGZ_CONTRACTS
#define MGZ_CHECK(condition) \
    ((condition) ? void(0) : ::geo::contract_broken(#condition, __FILE__, __LINE__))
#else
#define MGZ_CHECK(condition) void(0)
#endif
/// REQUIRES of a function.
#define expects(condition) MGZ_CHECK(condition)
/// ENSURES of a function.
#define ensures(condition) MGZ_CHECK(condition)
