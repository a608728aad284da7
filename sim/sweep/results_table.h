// SPDX-License-Identifier: EUPL-1.2
/// The finished runs of a sweep as one table, written as it is read: memory does not grow with it.
/// The bytes depend on the runs only, not on how they were spread over shards.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/output/output_file.h"
#include "sim/sweep/store.h"
#include "sim/sweep/sweep_table.h"

namespace mgz {

/// One row per finished run and kept quantity, in order of run, then quantity; the columns are
/// those of results.csv in sim/sweep/sweep_dictionary.h. What form the file has its extension says:
/// .csv, .gpkg (an attribute table `results`), or .parquet where the GDAL of this machine writes
/// it. Values are the runs' own to the last bit. Publishes nothing.
/// \param out of a name that check_results_name() allows
/// \param quantities as the store has them of each run
/// \param points of the design; runs of later points are left out
/// Errors. InputError: OutputFile's. RunError: the machine refuses (disk full); SweepStore::read's.
void write_results(OutputFile& out, const Study& study, const std::vector<KeptQuantity>& quantities,
                   const SweepStore& store, std::size_t points);

/// Errors (InputError): another extension than those; no GDAL for Parquet.
void check_results_name(const std::string& file);

/// One row per failed run, as CSV; the header alone when none failed. Publishes nothing. Errors:
/// OutputFile's.
void write_failed(OutputFile& out, const Study& study, const SweepStore& store, std::size_t points);

}  // namespace mgz
