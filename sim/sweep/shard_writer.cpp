// SPDX-License-Identifier: EUPL-1.2
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <stdexcept>

#include "geo/check.h"
#include "sim/output/disk.h"
#include "sim/sweep/shard_format.h"
#include "sim/sweep/sqlite.h"
#include "sim/sweep/store.h"

namespace mgz {

using sqlite::Database;
using sqlite::Refusal;
using sqlite::Statement;

namespace {

constexpr std::size_t rows_at_once = 50;
constexpr auto between_commits = std::chrono::seconds(1);
/// Readers hold their lock while they go through the file: wait for slow disks.
constexpr int wait_ms = 60'000;

std::int64_t now_ms()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

void check_folder(const std::string& folder)
{
    std::error_code code;
    if (std::filesystem::is_directory(folder, code)) return;
    if (code && code != std::errc::no_such_file_or_directory)
        disk::refuse(folder, "cannot be written to", code.value(), true);
    throw geo::InputError(folder, "is not a folder", "give the folder of a planned sweep");
}

/// An empty file under a name that nobody else has; two machines may make theirs at once.
std::string make_temporary(const std::string& path)
{
    constexpr int attempts = 1000;
    for (int attempt = 1; attempt <= attempts; ++attempt) {
        auto part = disk::part_name(path, attempt);
        const int file = open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file >= 0) {
            close(file);
            return part;
        }
        if (errno != EEXIST) disk::refuse(path, "cannot be made", errno, true);
    }
    throw geo::InputError(path, fmt::format("{} leftovers stand beside it", attempts),
                          fmt::format("remove {}.part-*", path));
}

/// A shard without runs.
void write_empty(const std::string& path, const ShardInfo& info)
{
    Database database(path, sqlite::Access::write, wait_ms);
    database.run(shard::writing_pragmas);
    database.run(fmt::format("PRAGMA application_id={}; PRAGMA user_version={};",
                             shard::application, shard::format)
                     .c_str());
    database.run("BEGIN");
    database.run(shard::schema);
    Statement insert(database, "INSERT INTO shard VALUES (?, ?, ?, ?, ?)");
    int parameter = 0;
    for (const auto* text : {&info.study_id, &info.program, &info.slice, &info.attempt})
        insert.bind(++parameter, std::string_view(*text));
    insert.bind(++parameter, shard::checksum_of(info));
    insert.run();
    database.run("COMMIT");
}

/// Gives a finished file its name, unless the name is taken. Unlike a rename, a link never
/// replaces, also on network disks.
bool give_name(const std::string& from, const std::string& to)
{
    if (link(from.c_str(), to.c_str()) == 0) {
        unlink(from.c_str());
        return true;
    }
    if (errno == EEXIST) return false;
    return disk::rename_new(from, to, to);  // the disk knows no links
}

/// Makes the shard; its path. Nobody ever sees one without its study's id.
std::string make_shard(const std::string& folder, const ShardInfo& info, const std::string& name)
{
    const auto path_of = [&](int number) {
        return number == 1 ? fmt::format("{}/{}.sqlite", folder, name)
                           : fmt::format("{}/{}-{}.sqlite", folder, name, number);
    };
    const auto temporary = make_temporary(path_of(1));
    try {
        write_empty(temporary, info);
        int number = 1;
        while (!give_name(temporary, path_of(number)))
            ++number;
        disk::sync_folder(folder, folder);
        return path_of(number);
    } catch (const Refusal& refusal) {
        unlink(temporary.c_str());
        unlink((temporary + "-journal").c_str());
        throw geo::RunError(
            fmt::format("{}: cannot be written: {}; no run of this worker is lost: "
                        "give the same command again when that is mended",
                        path_of(1), refusal.reason()));
    } catch (...) {
        unlink(temporary.c_str());
        throw;
    }
}

void insert_row(Statement& insert, const RunRecord& record, std::int64_t ms)
{
    const auto outcome = shard::bytes_of(record.values);
    const shard::Row row{record.key,   record.fingerprint, record.ok, outcome,
                         record.error, record.seconds,     ms};
    int parameter = 0;
    for (const std::int64_t number :
         {std::int64_t{row.key.point}, std::int64_t{row.key.policy},
          std::int64_t{row.key.replicate}, std::bit_cast<std::int64_t>(row.fingerprint),
          std::int64_t{row.ok}}) {
        insert.bind(++parameter, number);
    }
    insert.bind(++parameter, row.outcome);
    insert.bind(++parameter, row.error);
    insert.bind(++parameter, row.seconds);
    insert.bind(++parameter, row.ms);
    insert.bind(++parameter, shard::checksum_of(row));
    insert.run();
}

void insert_rows(Database& database, const std::vector<RunRecord>& records)
{
    database.run("BEGIN IMMEDIATE");
    {
        Statement insert(database,
                         fmt::format("INSERT INTO run ({}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                     shard::row_columns));
        const auto ms = now_ms();
        for (const auto& record : records)
            insert_row(insert, record, ms);
    }
    database.run("COMMIT");
}

}  // namespace

ShardWriter::ShardWriter(const std::string& folder, const ShardInfo& info, const std::string& name)
    : last_commit_(std::chrono::steady_clock::now())
{
    expects(!name.empty() && name.find('/') == name.npos);
    check_folder(folder);
    path_ = make_shard(folder, info, name);
    try {
        database_ = std::make_unique<Database>(path_, sqlite::Access::write, wait_ms);
        database_->run(shard::writing_pragmas);
    } catch (const Refusal& refusal) {
        throw geo::RunError(fmt::format("{}: cannot be written: {}", path_, refusal.reason()));
    }
}

ShardWriter::~ShardWriter()
{
    try {
        flush();
    } catch (const std::exception&) {
        // Whoever wanted to know has called flush().
    }
}

void ShardWriter::add(const RunRecord& record)
{
    if (!broken_.empty()) throw geo::RunError(broken_);
    const bool finite = std::all_of(record.values.begin(), record.values.end(),
                                    [](double value) { return std::isfinite(value); });
    if (!finite) throw std::logic_error("a run with a value that is no number counts as failed");
    if (record.ok ? !record.error.empty() : !record.values.empty())
        throw std::logic_error("a run has values or an error");
    if (record.ok && quantities_ == 0) quantities_ = record.values.size();
    if (record.ok && (record.values.empty() || record.values.size() != quantities_))
        throw std::logic_error("the runs of a shard have equally many values");
    pending_.push_back(record);
    const bool waited = std::chrono::steady_clock::now() - last_commit_ >= between_commits;
    if (waited || pending_.size() >= rows_at_once) commit();
}

void ShardWriter::flush()
{
    if (!broken_.empty()) throw geo::RunError(broken_);
    if (!pending_.empty()) commit();
}

void ShardWriter::commit()
{
    try {
        insert_rows(*database_, pending_);
    } catch (const Refusal& refusal) {
        broken_ = fmt::format(
            "{}: cannot be written: {}; the {} finished runs in it are kept: when that is mended, "
            "give the same command again and it goes on there",
            path_, refusal.reason(), kept_);
        database_.reset();  // takes back what was half written
        throw geo::RunError(broken_);
    }
    kept_ += pending_.size();
    pending_.clear();
    last_commit_ = std::chrono::steady_clock::now();
}

}  // namespace mgz
