// SPDX-License-Identifier: EUPL-1.2
/// Loops within one replicate that several threads may share.
#pragma once

#include <omp.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <vector>

namespace mgz {

/// Threads that a loop may use here: one within replicates that run side by side.
inline std::size_t threads_at_hand()
{
    const bool taken = omp_get_active_level() >= omp_get_max_active_levels();
    return taken ? 1 : static_cast<std::size_t>(omp_get_max_threads());
}

#ifndef MGZ_TEAMS_FOR_LITTLE
/// Fewer are done by one thread: a team costs more than it gains.
inline constexpr std::size_t worth_a_team = 512;
/// Rows of a table that one thread takes at a time, and how many are worth a team: little is done
/// to a row, and where others use the machine too, a team waits for its last for milliseconds.
inline constexpr std::size_t rows_at_a_time = 4096, rows_worth_a_team = std::size_t{1} << 17;
#else  // so that small countries show races
inline constexpr std::size_t worth_a_team = 4, rows_at_a_time = 16, rows_worth_a_team = 32;
#endif

/// Calls work(i) for i = 0 ... n - 1, in any order and by several threads where it is worth it.
/// What work(i) does may depend on i alone, and on nothing that another call writes: then the
/// result does not depend on the number of threads. The first exception, by i, is thrown on.
template <class Work>
void share_if(bool worth_it, std::size_t n, Work work)
{
    const std::size_t threads = worth_it && n > 1 ? threads_at_hand() : 1;
    if (threads == 1) {
        for (std::size_t i = 0; i < n; ++i)
            work(i);
        return;
    }
    std::exception_ptr failure;
    std::size_t failed_at = n;
    const auto count = static_cast<std::int64_t>(n);
    const auto chunk =
        std::clamp<std::int64_t>(count / (8 * static_cast<std::int64_t>(threads)), 1, 32);
#pragma omp parallel for schedule(dynamic, chunk) num_threads(static_cast <int>(threads))
    for (std::int64_t i = 0; i < count; ++i) {
        try {
            work(static_cast<std::size_t>(i));
        } catch (...) {
#pragma omp critical(mgz_share_out)
            if (static_cast<std::size_t>(i) < failed_at) {
                failed_at = static_cast<std::size_t>(i);
                failure = std::current_exception();
            }
        }
    }
    if (failure) std::rethrow_exception(failure);
}

/// The same, worth it from so many calls on.
template <class Work>
void share_out(std::size_t n, Work work, std::size_t worth_it = worth_a_team)
{
    share_if(n >= worth_it, n, work);
}

/// Calls work(begin, end) for blocks that together are the rows 0 ... n - 1, as share_if() does.
template <class Work>
void share_rows(std::size_t n, Work work)
{
    const std::size_t blocks = (n + rows_at_a_time - 1) / rows_at_a_time;
    const auto block = [&](std::size_t k) {
        work(k * rows_at_a_time, std::min(n, (k + 1) * rows_at_a_time));
    };
    share_if(n >= rows_worth_a_team, blocks, block);
}

/// Rows of a table, in their order. Memory for all of the table, never cleared.
class RowList {
public:
    explicit RowList(std::size_t most)
        : rows_(std::make_unique_for_overwrite<std::uint32_t[]>(most))  // NOLINT(*-avoid-c-arrays)
    {
    }
    const std::uint32_t* begin() const { return rows_.get(); }
    const std::uint32_t* end() const { return rows_.get() + size_; }
    std::size_t size() const { return size_; }

    /// To be written from row `begin` of the table on, then moved up to those before.
    std::uint32_t* block(std::size_t begin) { return rows_.get() + begin; }
    void keep(std::size_t begin, std::size_t found)
    {
        std::copy_n(rows_.get() + begin, found, rows_.get() + size_);
        size_ += found;
    }

private:
    std::unique_ptr<std::uint32_t[]> rows_;  // NOLINT(*-avoid-c-arrays)
    std::size_t size_ = 0;
};

/// Lists some of the rows 0 ... n - 1. \param find(begin, end, to) writes those of a block to `to`,
/// which has room for all of the block, and returns how many
template <class Find>
RowList list_rows(std::size_t n, Find find)
{
    RowList listed(n);
    std::vector<std::size_t> found(n / rows_at_a_time + 1, 0);
    share_rows(n, [&](std::size_t begin, std::size_t end) {
        found[begin / rows_at_a_time] = find(begin, end, listed.block(begin));
    });
    for (std::size_t begin = 0; begin < n; begin += rows_at_a_time)
        listed.keep(begin, found[begin / rows_at_a_time]);
    return listed;
}

/// Writes those of begin ... end - 1 of which is_listed(i) holds to `to`, which has room for all;
/// returns how many. Nobody can foresee which: they are listed without a branch.
template <class Index, class IsListed>
std::size_t list_where(Index begin, Index end, std::uint32_t* to, IsListed is_listed)
{
    std::size_t found = 0;
    for (Index i = begin; i < end; ++i) {
        to[found] = static_cast<std::uint32_t>(i);
        found += is_listed(i);
    }
    return found;
}

/// Lists the rows of which is_listed(i) holds.
template <class IsListed>
RowList list_rows_where(std::size_t n, IsListed is_listed)
{
    return list_rows(n, [&](std::size_t begin, std::size_t end, std::uint32_t* to) {
        return list_where(begin, end, to, is_listed);
    });
}

/// Takes rows out of a column: those between two of them move together.
template <class T>
void take_out(std::vector<T>& column, const RowList& rows)
{
    if (rows.size() == 0) return;
    T* to = column.data() + *rows.begin();
    for (const std::uint32_t* row = rows.begin(); row != rows.end(); ++row) {
        const std::size_t next = row + 1 != rows.end() ? row[1] : column.size();
        to = std::copy(column.data() + *row + 1, column.data() + next, to);
    }
    column.erase(column.end() - static_cast<std::ptrdiff_t>(rows.size()), column.end());
}

}  // namespace mgz
