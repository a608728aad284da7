// SPDX-License-Identifier: EUPL-1.2
#include "sim/sweep/shard_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>

#include "geo/check.h"
#include "geo/one_line.h"
#include "sim/sweep/shard_format.h"

namespace mgz::shard {

using sqlite::Database;
using sqlite::Refusal;
using sqlite::Statement;

namespace {

/// A writer holds its lock for one commit.
constexpr int wait_ms = 20'000;

/// Why a shard cannot be used; becomes ShardState::problem.
struct Unusable {
    std::string why;
};

[[noreturn]] void damaged(const std::string& how)
{
    throw Unusable{fmt::format("is damaged ({}); its runs count as missing", how)};
}

std::string shortened(const std::string& id)
{
    constexpr std::size_t shown = 12;
    return id.size() <= shown ? id : id.substr(0, shown) + "...";
}

void check_size(const std::string& path)
{
    std::error_code code;
    const auto size = std::filesystem::file_size(path, code);
    if (code) throw Unusable{fmt::format("cannot be read: {}", code.message())};
    if (size == 0) throw Unusable{"is empty: something cut it; its runs count as missing"};
}

std::int64_t number_of(Database& database, const char* pragma)
{
    Statement statement(database, pragma);
    return statement.step() ? statement.whole(0) : 0;
}

/// The two tables of a shard, word for word, and nothing else: a view could compute without end,
/// and a table could hold a check that does, before anybody reads a row.
void check_schema(Database& database)
{
    Statement select(database, "SELECT type, sql FROM sqlite_schema");
    int tables = 0;
    while (select.step()) {
        const bool ours = select.text(0) == "table" && !select.text(1).empty() &&
                          std::string_view(schema).find(fmt::format("\n{};\n", select.text(1))) !=
                              std::string_view::npos;
        if (!ours || ++tables > 2) damaged("its tables are not those of a shard");
    }
    if (tables != 2) damaged("its tables are not those of a shard");
}

void check_structure(Database& database)
{
    if (number_of(database, "PRAGMA application_id") != application)
        throw Unusable{"is no shard of a sweep"};
    if (const auto version = number_of(database, "PRAGMA user_version"); version != format) {
        throw Unusable{
            fmt::format("is of format {}, and this program reads format {}", version, format)};
    }
    check_schema(database);
    Statement check(database, "PRAGMA quick_check(1)");
    if (!check.step()) damaged("it cannot be checked");
    const auto found = geo::one_line(check.text(0));
    if (found != "ok") damaged(found);
}

ShardInfo read_info(Database& database)
{
    Statement select(database, "SELECT study_id, program, slice, attempt, checksum FROM shard");
    if (!select.step()) damaged("it does not say of which study it is");
    const auto text = [&](int column) { return std::string(select.text(column)); };
    const ShardInfo info{text(0), text(1), text(2), text(3)};
    if (select.whole(4) != checksum_of(info)) damaged("what it says of itself has changed");
    if (select.step()) damaged("it says twice of which study it is");
    return info;
}

void check_study(const ShardInfo& info, const std::string& study_id)
{
    if (info.study_id == study_id) return;
    throw Unusable{fmt::format("is of another study ({}), this one is {}; its runs are not used",
                               shortened(info.study_id), shortened(study_id))};
}

/// The row at which a statement over row_columns stands.
Row row_of(const Statement& select)
{
    const auto small = [&](int column) { return static_cast<std::uint32_t>(select.whole(column)); };
    return {{small(0), small(1), small(2)},
            std::bit_cast<std::uint64_t>(select.whole(3)),
            select.whole(4) != 0,
            select.bytes(5),
            select.text(6),
            select.real(7),
            select.whole(8)};
}

void check_row(const Statement& select, const Row& row, std::size_t quantities)
{
    const auto run = [&] {
        return fmt::format("point {}, policy {}, replicate {}", row.key.point, row.key.policy,
                           row.key.replicate);
    };
    if (select.whole(9) != checksum_of(row)) damaged("a row has changed: " + run());
    constexpr std::int64_t last_ms = 253'402'300'799'999;  // of the year 9999
    if (row.ms < 0 || row.ms > last_ms || !(row.seconds >= 0 && row.seconds < 1e12))
        damaged("a row of no time: " + run());
    if (row.outcome.size() % sizeof(double) != 0)
        damaged(fmt::format("{} bytes are no numbers: {}", row.outcome.size(), run()));
    const auto values = row.outcome.size() / sizeof(double);
    const auto numbers = values_of(row.outcome);
    if (!std::all_of(numbers.begin(), numbers.end(), [](double v) { return std::isfinite(v); }))
        damaged("a value is not finite: " + run());
    if (row.ok && values != quantities) {
        throw Unusable{
            fmt::format("keeps {} quantities of a run, this study {}; its runs are not "
                        "used",
                        values, quantities)};
    }
}

void scan_rows(Database& database, std::size_t quantities, std::uint32_t index, ShardState& state,
               std::vector<RowPlace>& places)
{
    Statement select(database,
                     fmt::format("SELECT {}, rowid FROM run ORDER BY rowid", row_columns));
    while (select.step()) {
        const Row row = row_of(select);
        check_row(select, row, quantities);
        const auto number = select.whole(10);
        if (number < 1 || number > std::numeric_limits<std::uint32_t>::max())
            damaged("a row has no number");
        ++(row.ok ? state.done : state.failed);
        state.seconds += row.seconds;
        state.first_ms = state.first_ms == 0 ? row.ms : std::min(state.first_ms, row.ms);
        state.last_ms = std::max(state.last_ms, row.ms);
        places.push_back({row.key, index, !row.ok, static_cast<std::uint32_t>(number)});
    }
}

}  // namespace

ShardState scan(const std::string& path, const std::string& study_id, std::size_t quantities,
                std::uint32_t index, std::vector<RowPlace>& places)
{
    ShardState state;
    state.path = path;
    const auto before = places.size();
    try {
        check_size(path);
        Database database(path, sqlite::Access::read, wait_ms);
        check_structure(database);
        state.info = read_info(database);
        check_study(state.info, study_id);
        scan_rows(database, quantities, index, state, places);
        return state;
    } catch (const Unusable& unusable) {
        state.problem = fmt::format("{} {}", path, unusable.why);
    } catch (const Refusal& refusal) {
        const auto why = refusal.busy()
                             ? "is locked by another program; try again when that has ended"
                             : fmt::format(
                                   "is damaged or cannot be read ({}); its runs count as "
                                   "missing",
                                   refusal.reason());
        state.problem = fmt::format("{} {}", path, why);
    }
    places.resize(before);
    return {path, state.info, 0, 0, 0, 0, 0, state.problem};
}

/// Throws, for a shard that was good when it was scanned.
[[noreturn]] static void changed_since(const std::string& path, const std::string& how)
{
    throw geo::RunError(
        fmt::format("{}: has changed since it was opened ({}); give the same "
                    "command again",
                    path, how));
}

Reader::Reader(const std::string& path) : path_(path)
{
    try {
        database_.emplace(path, sqlite::Access::read, wait_ms);
        // Many shards are open at once, and rows are seldom read twice.
        database_->run("PRAGMA cache_size=-256");
        select_.emplace(*database_, fmt::format("SELECT {} FROM run WHERE rowid = ?", row_columns));
    } catch (const Refusal& refusal) {
        changed_since(path, refusal.reason());
    }
}

RunRecord Reader::read(const RowPlace& place)
{
    try {
        select_->bind(1, std::int64_t{place.row});
        if (!select_->step()) changed_since(path_, "a row is gone");
        const Row row = row_of(*select_);
        if (row.key != place.key || select_->whole(9) != checksum_of(row))
            changed_since(path_, "a row is another");
        RunRecord record{
            row.key,    row.fingerprint, row.ok, values_of(row.outcome), std::string(row.error),
            row.seconds};
        select_->reset();
        return record;
    } catch (const Refusal& refusal) {
        changed_since(path_, refusal.reason());
    }
}

}  // namespace mgz::shard
