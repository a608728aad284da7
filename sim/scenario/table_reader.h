// SPDX-License-Identifier: EUPL-1.2
/// Reads the tables of a TOML file key by key: what is asked for must be there, and no more.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "geo/check.h"
#include "geo/text.h"
#include "sim/scenario/plain_toml.h"

namespace mgz {

/// One table of a file. Errors (InputError, with file and line): a key is missing, of the wrong
/// kind, or unknown (with the nearest).
/// REQUIRES: the table outlives this.
class TableReader {
public:
    /// \param name what the table is called in messages; empty for the whole file
    /// \param line where it begins; 0 when not known
    TableReader(const PlainTable& table, std::string file, std::string name, int line = 0)
        : table_(table), file_(std::move(file)), name_(std::move(name)), line_(line)
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
    /// A whole number within bounds.
    std::int64_t whole(const std::string& key, std::int64_t low, std::int64_t high);
    bool truth(const std::string& key);
    int year(const std::string& key);
    std::vector<std::string> texts(const std::string& key);
    std::vector<double> numbers(const std::string& key);

    template <std::size_t n>
    std::size_t one_of(const std::string& key, const std::array<std::string_view, n>& names)
    {
        return one_of_text(key, text(key), names);
    }
    /// The same of a text that came from there.
    template <std::size_t n>
    std::size_t one_of_text(const std::string& key, const std::string& value,
                            const std::array<std::string_view, n>& names) const
    {
        const auto found = std::find(names.begin(), names.end(), value);
        if (found == names.end()) {
            throw geo::InputError(
                place(key), fmt::format("{} is \"{}\"", key, value),
                "give " + geo::joined(std::vector<std::string>(names.begin(), names.end())));
        }
        return static_cast<std::size_t>(found - names.begin());
    }

    TableReader table(const std::string& key);
    std::vector<TableReader> tables(const std::string& key);
    /// The value as it stands there.
    const PlainValue& value(const std::string& key);

    /// To be called last: every other key is an error.
    void done() const;
    [[noreturn]] void unknown(const std::string& key, const std::vector<std::string>& known,
                              std::string_view kind) const;
    [[noreturn]] void wrong(const std::string& key, std::string_view expected) const;
    /// File and line of a key; of the table where the key is not there.
    std::string place(const std::string& key) const;
    /// Where the table begins.
    std::string place() const;
    const std::string& file() const { return file_; }

protected:
    const PlainArray& list(const std::string& key);

    const PlainTable& table_;
    std::string file_, name_;
    int line_;

private:
    std::set<std::string> asked_;  ///< these keys may stand there
    std::set<std::string> known_;  ///< these could have: for suggestions
};

}  // namespace mgz
