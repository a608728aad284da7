// SPDX-License-Identifier: EUPL-1.2
/// How large a map or table may be that is read. What is beyond is refused with a sentence, instead
/// of filling the memory. sim/core/limits.h has the rest.
#pragma once

#include <cstddef>
#include <cstdint>

namespace geo::io {

struct Source;
struct Read;

struct LayerLimits {
    std::uintmax_t bytes = 20'000'000'000;   ///< of the file
    std::size_t features = 20'000'000;       ///< or rows of a table
    std::size_t columns = 5'000;             ///< of a layer or table
    std::size_t name_bytes = 300;            ///< of the name of a column
    std::size_t text_bytes = 10'000;         ///< of the text in a cell
    std::size_t vertices = 5'000'000;        ///< of one geometry; a ring counts as one more
    std::size_t all_vertices = 100'000'000;  ///< of a layer
    double metres = 1e8;                     ///< of a coordinate, in either direction
};

/// read_layer of layer_io.h has these; tests have others.
/// Errors (InputError): as there; more of anything than the limits allow.
Read read_layer(const Source& source, const LayerLimits& limits);

}  // namespace geo::io
