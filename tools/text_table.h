// SPDX-License-Identifier: EUPL-1.2
/// Small tables on stdout, for people: aligned columns, or Markdown.
#pragma once

#include <string>
#include <vector>

namespace mgz::cli {

using Rows = std::vector<std::vector<std::string>>;

/// Columns on a terminal: letters of UTF-8 text, accents included, count as one each.
std::size_t text_width(const std::string& text);

/// Lines with every column as wide as its widest cell, two spaces between; no trailing spaces.
/// \param indent spaces before each line
std::string aligned(const Rows& rows, std::size_t indent = 0);

/// A table in Markdown; the first row is its head. Bars in cells are escaped.
std::string markdown(const Rows& rows);

}  // namespace mgz::cli
