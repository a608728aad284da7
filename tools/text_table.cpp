// SPDX-License-Identifier: EUPL-1.2
#include "tools/text_table.h"

#include <algorithm>

namespace mgz::cli {

std::size_t text_width(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;  // not a continuation byte
    }));
}

std::string aligned(const Rows& rows, std::size_t indent)
{
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        if (row.size() > widths.size()) widths.resize(row.size(), 0);
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], text_width(row[i]));
        }
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line(indent, ' ');
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += row[i];
            line.append(widths[i] - text_width(row[i]) + 2, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

static std::string markdown_row(const std::vector<std::string>& row)
{
    std::string line = "|";
    for (const std::string& cell : row) {
        line += ' ';
        for (const char c : cell) {
            if (c == '|') line += '\\';
            line += c;
        }
        line += " |";
    }
    return line + '\n';
}

std::string markdown(const Rows& rows)
{
    std::string text;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        text += markdown_row(rows[i]);
        if (i == 0) text += markdown_row(std::vector<std::string>(rows[i].size(), "---"));
    }
    return text;
}

}  // namespace mgz::cli
