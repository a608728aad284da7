// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/study only: reads the tables of a pattern file, key by key.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "geo/check.h"
#include "geo/text.h"
#include "sim/scenario/plain_toml.h"
#include "sim/study/patterns_data.h"

namespace mgz {

/// One table of the file: every key must be there that is asked for, and no other.
/// Errors (InputError): a key is missing, of the wrong kind, or unknown.
/// REQUIRES: the table outlives this.
class PatternReader {
public:
    PatternReader(const PlainTable& table, std::string file, std::string name)
        : table_(table), file_(std::move(file)), name_(std::move(name))
    {
    }

    bool has(const std::string& key)
    {
        known_.insert(key);
        return table_.find(key) != nullptr;
    }
    std::vector<std::string> keys() const;

    std::string text(const std::string& key);
    double number(const std::string& key);
    /// A number from 0 to 1.
    double share(const std::string& key);
    int year(const std::string& key);
    Quarter quarter(const std::string& key);
    /// [year, month], counted from January 2003 = 0.
    int month(const std::string& key);
    std::vector<std::string> texts(const std::string& key);
    std::vector<double> numbers(const std::string& key);
    Profession profession(const std::string& key);
    NationalMeasure measure(const std::string& key);
    Evidence evidence();
    Target target();

    template <std::size_t n>
    std::size_t one_of(const std::string& key, const std::array<std::string_view, n>& names)
    {
        const auto value = text(key);
        const auto found = std::find(names.begin(), names.end(), value);
        if (found == names.end()) {
            throw geo::InputError(
                place(key), fmt::format("{} is \"{}\"", key, value),
                "give " + geo::joined(std::vector<std::string>(names.begin(), names.end())));
        }
        return static_cast<std::size_t>(found - names.begin());
    }

    PatternReader table(const std::string& key);
    std::vector<PatternReader> tables(const std::string& key);

    /// To be called last: every other key is an error.
    void done() const;
    [[noreturn]] void unknown(const std::string& key, const std::vector<std::string>& known,
                              std::string_view kind) const;
    [[noreturn]] void wrong(const std::string& key, std::string_view expected) const;
    /// File and line.
    std::string place(const std::string& key) const;

private:
    const PlainValue& get(const std::string& key);
    const PlainArray& list(const std::string& key);
    std::array<int, 2> pair(const std::string& key, int most, std::string_view expected);

    const PlainTable& table_;
    std::string file_, name_;
    std::set<std::string> asked_;  ///< these keys may stand there
    std::set<std::string> known_;  ///< these could have: for suggestions
};

}  // namespace mgz
