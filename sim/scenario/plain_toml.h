// SPDX-License-Identifier: EUPL-1.2
/// TOML as plain values: the seam behind which toml++ stays.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mgz {

struct PlainValue;
struct PlainEntry;
using PlainArray = std::vector<PlainValue>;

/// Keys in order of their bytes, each once.
struct PlainTable {
    std::vector<PlainEntry> entries;

    /// Null when there is no such key.
    const PlainValue* find(std::string_view key) const;
};

/// A value and the line it stands on, from 1. Dates and times, which nothing here uses, are
/// monostate.
struct PlainValue {
    std::variant<std::monostate, bool, std::int64_t, double, std::string, PlainArray, PlainTable>
        value;
    int line = 0;

    const std::string* text() const { return std::get_if<std::string>(&value); }
    const PlainArray* array() const { return std::get_if<PlainArray>(&value); }
    const PlainTable* table() const { return std::get_if<PlainTable>(&value); }
    /// Only of a whole number; 1.0 is none.
    std::optional<std::int64_t> whole() const;
    /// Of a whole or a real number.
    std::optional<double> real() const;
};

struct PlainEntry {
    std::string key;
    PlainValue value;
};

/// A value as TOML on one line; reads back to the same. REQUIRES: no date or time in it.
std::string toml_text(const PlainValue& value);

/// Read a file. `what` names such a file in messages ("a scenario"); `hint` says more where there
/// is no file.
/// Errors (InputError): no such file; not a file; cannot be read; NUL or control bytes, or a key of
/// more than 16 parts (with line); not TOML (with line and column).
PlainTable read_toml(const std::string& path, std::string_view what, std::string_view hint = {});

/// The same for a text that is already here; `where` stands in messages.
PlainTable parse_toml(std::string_view text, const std::string& where);

}  // namespace mgz
