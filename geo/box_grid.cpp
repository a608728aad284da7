// SPDX-License-Identifier: EUPL-1.2
#include "geo/box_grid.h"

#include <algorithm>
#include <cmath>

#include "geo/check.h"

namespace geo {

BoxGrid::BoxGrid(const std::vector<Box>& boxes)
{
    if (!boxes.empty()) all_ = boxes.front();
    for (const Box& box : boxes) {
        expects(std::isfinite(box.min_x + box.min_y + box.max_x + box.max_y));
        all_ = {std::min(all_.min_x, box.min_x), std::min(all_.min_y, box.min_y),
                std::max(all_.max_x, box.max_x), std::max(all_.max_y, box.max_y)};
    }
    // Some four cells for each box, and no more than that however long and narrow the whole is.
    const double width = all_.max_x - all_.min_x, height = all_.max_y - all_.min_y;
    const double cells = 4.0 * static_cast<double>(boxes.size()) + 1;
    side_ = std::max({std::sqrt(width * height / cells), (width + height) / cells, 1.0});
    columns_ = static_cast<std::size_t>(width / side_) + 1;
    rows_ = static_cast<std::size_t>(height / side_) + 1;
    cells_.resize(columns_ * rows_);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const Cell first = cell_of({boxes[i].min_x, boxes[i].min_y});
        const Cell last = cell_of({boxes[i].max_x, boxes[i].max_y});
        for (std::size_t row = first.row; row <= last.row; ++row) {
            for (std::size_t column = first.column; column <= last.column; ++column)
                cells_[row * columns_ + column].push_back(i);
        }
    }
}

const std::vector<std::size_t>& BoxGrid::near(Point p) const
{
    const Cell cell = cell_of(p);
    return cells_[cell.row * columns_ + cell.column];
}

BoxGrid::Cell BoxGrid::cell_of(Point p) const
{
    const auto number = [this](double offset, std::size_t count) {
        const double last = static_cast<double>(count - 1);
        return static_cast<std::size_t>(std::clamp(std::floor(offset / side_), 0.0, last));
    };
    return {number(p.x - all_.min_x, columns_), number(p.y - all_.min_y, rows_)};
}

}  // namespace geo
