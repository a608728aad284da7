// SPDX-License-Identifier: EUPL-1.2
#include "geo/io/foreign_tables.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <memory>
#include <new>

#include "geo/check.h"
#include "geo/one_line.h"
#include "geo/text.h"

namespace geo::io {

namespace {

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

constexpr bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

constexpr bool is_word(char c)
{
    return c == '_' || c == '$' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Takes the next word, quoted text or sign of SQL off the front, without blanks and comments; ""
/// at the end. No regular expression: that of the standard library takes stack for every letter.
std::string_view next_token(std::string_view& sql)
{
    const auto skip = [&](std::string_view end, std::size_t from) {
        const auto at = sql.find(end, from);
        sql.remove_prefix(at == sql.npos ? sql.size() : at + end.size());
    };
    for (;;) {
        while (!sql.empty() && is_space(sql.front()))
            sql.remove_prefix(1);
        if (sql.starts_with("\xef\xbb\xbf"))  // a blank to SQLite
            sql.remove_prefix(3);
        else if (sql.starts_with("--"))
            skip("\n", 2);
        else if (sql.starts_with("/*"))
            skip("*/", 2);
        else
            break;
    }
    const auto start = sql;
    if (sql.starts_with('"'))
        skip("\"", 1);
    else if (!sql.empty() && !is_word(sql.front()))
        sql.remove_prefix(1);
    else
        while (!sql.empty() && is_word(sql.front()))
            sql.remove_prefix(1);
    return start.substr(0, start.size() - sql.size());
}

void refuse(const std::string& path, std::string_view reason)
{
    throw InputError(path, fmt::format("cannot be read ({})", one_line(reason, 500)),
                     "give a shapefile, GeoPackage, GeoJSON or CSV");
}

/// As the address of a file, in which some characters mean something.
std::string address_of(const std::string& file, bool unchanging)
{
    std::string address = "file:";
    for (const char c : file)
        address += c == '/' || is_word(c) ? std::string(1, c)
                                          : fmt::format("%{:02x}", static_cast<unsigned char>(c));
    return address + (unchanging ? "?immutable=1" : "");
}

Database opened(const std::string& file, const std::string& path, bool unchanging)
{
    constexpr int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
    constexpr int wait_ms = 5000;  // as GDAL waits for the lock of another program
    sqlite3* made = nullptr;
    const int code = sqlite3_open_v2(address_of(file, unchanging).c_str(), &made, flags, nullptr);
    Database database(made);
    if (made == nullptr || code == SQLITE_NOMEM) throw std::bad_alloc();
    if (code != SQLITE_OK) refuse(path, sqlite3_errmsg(made));
    sqlite3_busy_timeout(made, wait_ms);
    // The list of tables of a file that lies about its pages may have no end.
    constexpr int most_steps = 100'000'000;
    sqlite3_progress_handler(
        made, most_steps, [](void*) { return 1; }, nullptr);
    return database;
}

}  // namespace

TableKind kind_of_table(std::string_view sql)
{
    const auto next = [&] { return lower(next_token(sql)); };
    if (next() != "create" || next() != "virtual") return TableKind::ordinary;
    if (next() != "table" || next().empty() || next() != "using") return TableKind::foreign;
    const auto module = next();
    const bool index = (module == "rtree" || module == "\"rtree\"") && next() == "(";
    return index && sql.find(';') == sql.npos ? TableKind::spatial_index : TableKind::foreign;
}

void refuse_foreign_tables(const std::string& file, const std::string& path, bool unchanging)
{
    const Database database = opened(file, path, unchanging);
    sqlite3_stmt* made = nullptr;
    int code = sqlite3_prepare_v2(database.get(), "SELECT name, sql FROM sqlite_master", -1, &made,
                                  nullptr);
    const Statement rows(made);
    const auto text = [&](int column) {
        const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(made, column));
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(made, column));
        return data == nullptr ? std::string_view() : std::string_view(data, size);
    };
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(made);
        if (code != SQLITE_ROW || kind_of_table(text(1)) != TableKind::foreign) continue;
        const auto name = one_line(text(0), 200);
        throw InputError(path, fmt::format("holds the virtual table '{}', which is not read", name),
                         "save the layer as an ordinary table");
    }
    if (code == SQLITE_NOMEM) throw std::bad_alloc();
    if (code != SQLITE_DONE) refuse(path, sqlite3_errmsg(database.get()));
}

}  // namespace geo::io
