// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/study only: reads the tables of a pattern file, with the kinds of values they have.
#pragma once

#include "sim/scenario/table_reader.h"
#include "sim/study/patterns_data.h"

namespace mgz {

class PatternReader : public TableReader {
public:
    using TableReader::TableReader;
    explicit PatternReader(TableReader table) : TableReader(std::move(table)) {}

    /// A number from 0 to 1.
    double share(const std::string& key);
    Quarter quarter(const std::string& key);
    /// [year, month], counted from January 2003 = 0.
    int month(const std::string& key);
    Profession profession(const std::string& key);
    NationalMeasure measure(const std::string& key);
    Evidence evidence();
    Target target();

    PatternReader table(const std::string& key);
    std::vector<PatternReader> tables(const std::string& key);

private:
    std::array<int, 2> pair(const std::string& key, int most, std::string_view expected);
};

}  // namespace mgz
