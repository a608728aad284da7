// SPDX-License-Identifier: EUPL-1.2
#include "sim/sweep/sqlite.h"

#include <cerrno>
#include <system_error>

#include "geo/one_line.h"

namespace mgz::sqlite {

std::string Refusal::reason() const
{
    // A limit on the size of files or of a quota is met as an error of the call, not as FULL.
    if (code() == SQLITE_FULL || system_error_ == ENOSPC || system_error_ == EDQUOT)
        return "the disk is full";
    if (code() == SQLITE_IOERR && system_error_ == EFBIG)
        return "a limit on the size of files is in force (ulimit -f)";
    if ((code() == SQLITE_IOERR || code() == SQLITE_CANTOPEN) && system_error_ != 0)
        return std::generic_category().message(system_error_);
    return what();
}

/// Is it about a write that failed, and not left over from something harmless?
static bool tells_why(int error)
{
    return error == ENOSPC || error == EDQUOT || error == EFBIG || error == EIO || error == EROFS;
}

Statement::Statement(Database& database, std::string_view sql) : database_(&database)
{
    sqlite3_stmt* made = nullptr;
    const int code = sqlite3_prepare_v2(database.get(), sql.data(), static_cast<int>(sql.size()),
                                        &made, nullptr);
    handle_.reset(made);
    check(code);
}

void Statement::check(int code) const
{
    database_->check(code);
}

void Statement::bind(int parameter, std::int64_t value)
{
    check(sqlite3_bind_int64(handle_.get(), parameter, value));
}

void Statement::bind(int parameter, double value)
{
    check(sqlite3_bind_double(handle_.get(), parameter, value));
}

void Statement::bind(int parameter, std::string_view value)
{
    // A null pointer would bind NULL, also with length 0.
    const char* data = value.empty() ? "" : value.data();
    check(sqlite3_bind_text64(handle_.get(), parameter, data, value.size(), SQLITE_STATIC,
                              SQLITE_UTF8));
}

void Statement::bind(int parameter, std::span<const std::byte> value)
{
    const void* data = value.empty() ? static_cast<const void*>("") : value.data();
    check(sqlite3_bind_blob64(handle_.get(), parameter, data, value.size(), SQLITE_STATIC));
}

bool Statement::step()
{
    const int code = sqlite3_step(handle_.get());
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) {
        try {
            check(code);
        } catch (...) {
            reset();
            throw;
        }
    }
    reset();
    return false;
}

std::string_view Statement::text(int column) const
{
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
    if (data == nullptr) return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

std::span<const std::byte> Statement::bytes(int column) const
{
    const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(handle_.get(), column));
    if (data == nullptr) return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

Database::Database(const std::string& path, Access access, int wait_ms)
{
    const auto open = [&](int flags) {
        sqlite3* made = nullptr;
        const int code = sqlite3_open_v2(path.c_str(), &made, flags | SQLITE_OPEN_NOMUTEX, nullptr);
        handle_.reset(made);
        if (made != nullptr) sqlite3_extended_result_codes(made, 1);
        return code;
    };
    int code = open(SQLITE_OPEN_READWRITE);
    if (code != SQLITE_OK && access == Access::read) code = open(SQLITE_OPEN_READONLY);
    check(code);
    check(sqlite3_busy_timeout(handle_.get(), wait_ms));
    // Views and triggers of a file that somebody else wrote run nothing here.
    sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
}

void Database::run(const char* sql)
{
    check(sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr));
}

void Database::check(int code) const
{
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
    const int now = errno;
    if (handle_ == nullptr)
        throw Refusal(code, 0, sqlite3_errstr(code));  // no word of a file in it
    int error = sqlite3_system_errno(handle_.get());
    if (error == 0 && tells_why(now)) error = now;  // SQLite forgets it when a commit fails
    throw Refusal(code, error, geo::one_line(sqlite3_errmsg(handle_.get()), 500));
}

}  // namespace mgz::sqlite
