// SPDX-License-Identifier: EUPL-1.2
/// Four squares of 50 km beside and above each other, one of each kind that a map knows.
#pragma once

#include "sim/picture/picture.h"

namespace support {

inline mgz::picture::Area square(const char* code, double x, double y)
{
    mgz::picture::Area area;
    area.code = area.name = code;
    area.shape.parts = {{{{x, y}, {x + 50e3, y}, {x + 50e3, y + 50e3}, {x, y + 50e3}}, {}}};
    area.inside = {x + 25e3, y + 25e3};
    return area;
}

/// SW plain, SE uncertain, NW certain, NE without a figure.
inline mgz::picture::Picture sample_picture()
{
    using namespace mgz::picture;
    const auto classes = mgz::shortage_classes();
    Picture picture;
    picture.title = "A title that is longer than one line of a picture for a column of a journal";
    picture.subtitle = "simulated";
    picture.source = "Source: made up";
    Panel panel;
    panel.areas = {square("SW", 0, 0), square("SE", 50e3, 0), square("NW", 0, 50e3),
                   square("NE", 50e3, 50e3)};
    const double values[] = {0.01, 0.06, 0.3};
    for (std::size_t i = 0; i < 3; ++i) {
        panel.areas[i].fill = classes.colour_of(values[i]);
        panel.areas[i].figure = "12.3%";
    }
    panel.areas[1].hatched = true;
    panel.areas[2].outlined = true;
    panel.labelled = {2, 1, 0};
    panel.marks = {{{10e3, 10e3}, MarkKind::circle}, {{10e3, 10e3}, MarkKind::square}};
    picture.panels = {panel};
    picture.legend.heading = "share";
    picture.legend.colours = classes.colours;
    picture.legend.texts = {"a", "b", "c", "d", "e", "f", "g"};
    picture.legend.ticks = {"1", "2", "3", "4", "5", "6"};
    return picture;
}

}  // namespace support
