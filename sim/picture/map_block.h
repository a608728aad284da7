// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/picture only: one map of a picture as a block.
#pragma once

#include <span>

#include "sim/picture/page.h"

namespace mgz::picture {

/// From metres to points of a block, y turned.
class Projection {
public:
    /// \param extent of all maps of a picture, so that they have one scale
    Projection(const geo::Box& extent, double width)
        : extent_(extent), scale_(width / (extent.max_x - extent.min_x))
    {
    }
    geo::Point operator()(geo::Point p) const
    {
        return {(p.x - extent_.min_x) * scale_, (extent_.max_y - p.y) * scale_};
    }
    double width() const { return (extent_.max_x - extent_.min_x) * scale_; }
    double height() const { return (extent_.max_y - extent_.min_y) * scale_; }
    double points_per_metre() const { return scale_; }

private:
    geo::Box extent_;
    double scale_;
};

/// Around all areas. REQUIRES: an area with a shape.
geo::Box extent_of(std::span<const Panel> panels);

/// The rings on the page, without vertices that lie on one spot there.
std::vector<geo::Ring> rings_of(const geo::MultiPolygon& shape, const Projection& projection);

/// Does no area reach into the box? By edges and a point inside each, so that a box deep inside a
/// large area is found too.
bool is_free(const geo::Box& box, const Panel& panel, const Projection& projection);

/// \param page what labels may not leave, in the coordinates of the map
/// \param taken where no label may be
Block map_block(const Panel& panel, const Projection& projection, const Sizes& sizes,
                const geo::Box& page, std::span<const geo::Box> taken, bool scale_bar,
                const Typesetter& typesetter);

}  // namespace mgz::picture
