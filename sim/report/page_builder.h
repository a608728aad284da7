// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/report only: what fills PageData, folder by folder.
#pragma once

#include <string>
#include <vector>

#include "sim/report/block_builder.h"
#include "sim/report/folder.h"
#include "sim/report/table.h"
#include "sim/show/words.h"

namespace mgz::report {

class PageBuilder {
public:
    /// The geography of all folders together is known before any table is read.
    explicit PageBuilder(Geography geography);

    PageData data;
    BlockBuilder figures, effects, distances;

    /// Index of the scenario; its id and title are numbered where they are taken.
    std::size_t add_scenario(ShownScenario scenario);

    /// Area that a row names. Errors (InputError): it is not on the map.
    std::size_t area(const Row& row, std::size_t column, Level level) const;
    /// The same of a country too; columns of level and code.
    struct Place {
        Level level;
        std::size_t area;
    };
    Place place(const Row& row, std::size_t level, std::size_t code) const;
    bool knows(Level level, const std::string& code) const;

    PageData finish();

private:
    std::array<AreaIndex, 3> areas_;
};

/// The scenario that a manifest tells of. \param json its object there
ShownScenario read_scenario(const Folder& folder, const Json& json, std::string id);

/// {"en": .., "nl": ..}
Json words_json(const Bilingual& words);
/// A list of {"id": .., "name": ..}
Json named_json(std::span<const Named> list);
/// Place of a payer in payer_words(). Errors (InputError): there is none.
std::size_t payer_index(const Row& row, std::size_t column);
/// Place of a code in the list of professions of the page. Errors (InputError): there is none.
std::size_t profession_index(const Row& row, std::size_t column);
/// Errors (InputError): an indicator that nobody named.
void check_indicator(const Row& row, std::size_t column);

/// distances.csv, of the first folder that has it.
void read_distances(const Folder& folder, PageBuilder& page);

void read_run(const Folder& folder, PageBuilder& page);
void read_comparison(const Folder& folder, PageBuilder& page);
void read_sensitivity(const Folder& folder, PageBuilder& page);

/// A whole file as text. Errors (InputError): it cannot be read.
std::string text_of_file(const std::string& path);

}  // namespace mgz::report
