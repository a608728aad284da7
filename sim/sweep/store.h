// SPDX-License-Identifier: EUPL-1.2
/// Where finished runs are kept: a folder of shards, SQLite files with one writer each. Nothing is
/// ever changed in a shard but by its writer, who adds rows at the end, so workers on any number of
/// machines share the folder without knowing of each other.
///
///   ShardWriter out(folder, {id, program, "3/7", attempt}, "3-of-7-job-12");
///   out.add(record);                            // of each run, as it ends
///   out.flush();
///
///   const SweepStore store(folder, id, quantities.size());
///   if (const auto run = store.read({0, 0, 0})) use(run->values);
///
/// A shard is there with its study's id in it, or not at all. A worker killed at any moment leaves
/// the rows that it has committed; the machine going down loses none that flush() returned for.
/// The file system must honour POSIX locks (local disks, NFS 4, Lustre with -o flock do).
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/sweep/sweep_table.h"

namespace mgz {

namespace sqlite {
class Database;
}

/// What is kept of one run.
struct RunRecord {
    RunKey key;
    std::uint64_t fingerprint = 0;  ///< of the factor values
    bool ok = true;
    std::vector<double> values;  ///< one per quantity, finite; none of a run that failed
    std::string error;           ///< of a run that failed
    double seconds = 0;          ///< wall time of the run

    friend bool operator==(const RunRecord&, const RunRecord&) = default;
};

/// Whose shard it is.
struct ShardInfo {
    std::string study_id;  ///< of everything that decides the outcome of a run
    std::string program;   ///< version that ran
    std::string slice;     ///< "3/7"
    std::string attempt;   ///< "job 12_3, restart 1, host n1, pid 77"

    friend bool operator==(const ShardInfo&, const ShardInfo&) = default;
};

/// One worker's private file. One thread at a time.
class ShardWriter {
public:
    /// Makes folder/name.sqlite; where that name is taken name-2.sqlite, name-3.sqlite and so on.
    /// Errors. InputError: there is no such folder, or it may not be written to. RunError: the
    /// machine refuses (disk full).
    /// REQUIRES: a plain file name.
    ShardWriter(const std::string& folder, const ShardInfo& info, const std::string& name);
    /// As flush(), but an error is lost with the rows.
    ~ShardWriter();
    ShardWriter(const ShardWriter&) = delete;
    ShardWriter& operator=(const ShardWriter&) = delete;

    /// Keeps a run. Rows reach the disk fifty at a time, or when the last that did is a second ago.
    /// Errors. std::logic_error: a value that is not finite, values of a failed run or none of
    /// another. RunError, as flush(); the shard is then closed and every later call fails the same.
    void add(const RunRecord& record);

    /// Everything added is on the disk when it returns. RunError, one sentence: what the machine
    /// refuses, and how many runs the file has for certain.
    void flush();

    const std::string& path() const { return path_; }

private:
    void commit();

    std::string path_;
    std::unique_ptr<sqlite::Database> database_;
    std::vector<RunRecord> pending_;
    std::size_t quantities_ = 0;  ///< of the first run that did not fail
    std::size_t kept_ = 0;        ///< rows on the disk
    std::string broken_;          ///< what was refused, once
    std::chrono::steady_clock::time_point last_commit_;
};

/// What a shard holds, whether or not another has the same runs.
struct ShardState {
    std::string path;
    ShardInfo info;
    std::size_t done = 0, failed = 0;        ///< rows
    double seconds = 0;                      ///< sum of the wall time of its runs
    std::int64_t first_ms = 0, last_ms = 0;  ///< clock of its first and last row; Unix time
    std::string problem;  ///< one sentence, "" for a good shard; then nothing of it is used
};

/// All shards of a folder as they were when this was made, those that are being written included.
/// Holds an index in memory (20 bytes a run); values are read when asked for. One thread at a time.
class SweepStore {
public:
    /// A folder that does not exist holds no runs. A shard of another study, of other quantities,
    /// damaged or cut gets a `problem`, and the others are used.
    /// Errors. RunError: two shards tell the same run differently. Equal seeds must give equal
    /// values, so neither can be trusted. InputError: the folder cannot be read.
    SweepStore(const std::string& folder, const std::string& study_id, std::size_t quantities);
    ~SweepStore();
    SweepStore(SweepStore&&) noexcept;
    SweepStore& operator=(SweepStore&&) noexcept;

    /// In order of file name.
    const std::vector<ShardState>& shards() const;

    enum class State : unsigned char { missing, done, failed };
    /// A run done in one shard and failed in another is done.
    State state(const RunKey& key) const;
    /// None for a missing run. RunError when its shard changed for the worse since.
    std::optional<RunRecord> read(const RunKey& key) const;

    /// Different runs.
    std::size_t done() const;
    std::size_t failed() const;
    std::vector<RunKey> failed_runs() const;  ///< rising

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace mgz
