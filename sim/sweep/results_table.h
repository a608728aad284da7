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
/// it. Values are the runs' own to the last bit. \param quantities as the store has them of each
/// run \param points of the design; runs of later points are left out Errors. InputError: another
/// extension; no GDAL for Parquet; OutputFile's. RunError: the machine refuses (disk full);
/// SweepStore::read's. Nothing half written stays.
void write_results(const std::string& file, const Study& study,
                   const std::vector<KeptQuantity>& quantities, const SweepStore& store,
                   std::size_t points, Existing existing);

/// The same into a file that is published by the caller. \param out of an allowed name
void write_results(OutputFile& out, const Study& study, const std::vector<KeptQuantity>& quantities,
                   const SweepStore& store, std::size_t points);

/// Refuses what write_results() would refuse of the name alone, before long work starts.
void check_results_name(const std::string& file);

/// One row per failed run, as CSV; the header alone when none failed. Errors: OutputFile's.
void write_failed(const std::string& file, const Study& study, const SweepStore& store,
                  std::size_t points, Existing existing);
void write_failed(OutputFile& out, const Study& study, const SweepStore& store, std::size_t points);

}  // namespace mgz
