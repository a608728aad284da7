// SPDX-License-Identifier: EUPL-1.2
/// Inside the store only: SQLite's handles with an owner each, its codes as exceptions.
#pragma once

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace mgz::sqlite {

/// What SQLite refused. The store turns it into a sentence that names the file.
class Refusal : public std::runtime_error {
public:
    /// \param system_error errno of the call behind it, 0 when there was none
    Refusal(int code, int system_error, const std::string& words)
        : std::runtime_error(words), code_(code), system_error_(system_error)
    {
    }

    int code() const { return code_ & 0xff; }
    int system_error() const { return system_error_; }
    /// The file is not what SQLite wrote.
    bool damaged() const { return code() == SQLITE_CORRUPT || code() == SQLITE_NOTADB; }
    /// Another program has it locked for longer than we wait.
    bool busy() const { return code() == SQLITE_BUSY || code() == SQLITE_LOCKED; }
    /// In plain words: "the disk is full".
    std::string reason() const;

private:
    int code_;
    int system_error_;
};

class Database;

/// A prepared statement. All below throw Refusal.
class Statement {
public:
    Statement(Database& database, std::string_view sql);

    /// Parameters count from 1. Text and bytes must live until the next run().
    void bind(int parameter, std::int64_t value);
    void bind(int parameter, double value);
    void bind(int parameter, std::string_view value);
    void bind(int parameter, std::span<const std::byte> value);

    /// The next row; false at the end, after which it can be bound and run again.
    bool step();
    /// step() of a statement that gives no rows.
    void run() { step(); }
    /// Gives up the rows that are left, and with them the lock on the file.
    void reset() { sqlite3_reset(handle_.get()); }

    // Columns count from 0. Bytes and text live until the next step().
    std::int64_t whole(int column) const { return sqlite3_column_int64(handle_.get(), column); }
    double real(int column) const { return sqlite3_column_double(handle_.get(), column); }
    std::string_view text(int column) const;
    std::span<const std::byte> bytes(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    void check(int code) const;

    Database* database_;
    std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

enum class Access { write, read };

class Database {
public:
    /// The file must exist. Reading, too, wants to write where it may: what a killed writer left
    /// half done is rolled back.
    /// \param wait_ms how long to wait for another program's lock
    Database(const std::string& path, Access access, int wait_ms);

    /// SQL without parameters; rows are ignored.
    void run(const char* sql);
    /// Throws Refusal when `code` is no success.
    void check(int code) const;

    sqlite3* get() const { return handle_.get(); }

private:
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
    };
    std::unique_ptr<sqlite3, Close> handle_;
};

}  // namespace mgz::sqlite
