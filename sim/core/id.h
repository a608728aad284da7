// SPDX-License-Identifier: EUPL-1.2
/// Typed indices: an Id<RegionTag> indexes tables of regions and nothing else.
/// Official codes are text and never arithmetic; they become ids once, in sim/input.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/check.h"

namespace mgz {

template <class Tag>
struct Id {
    static constexpr std::uint32_t none_value = 0xffffffffu;
    std::uint32_t value = none_value;

    static Id at(std::size_t index) { return Id{static_cast<std::uint32_t>(index)}; }
    bool none() const { return value == none_value; }
    std::size_t index() const { return value; }

    friend auto operator<=>(const Id&, const Id&) = default;
};

/// Ids that follow each other.
template <class I>
class IdRange {
public:
    IdRange() = default;
    IdRange(I first, std::size_t size) : first_(first.index()), size_(size) {}

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    I operator[](std::size_t k) const { return I::at(first_ + k); }

    struct Iterator {
        std::size_t i;
        I operator*() const { return I::at(i); }
        Iterator& operator++()
        {
            ++i;
            return *this;
        }
        bool operator==(const Iterator&) const = default;
    };
    Iterator begin() const { return {first_}; }
    Iterator end() const { return {first_ + size_}; }

private:
    std::size_t first_ = 0, size_ = 0;
};

/// A vector that only its own kind of id can index.
template <class I, class T>
class IdVector {
public:
    IdVector() = default;
    explicit IdVector(std::size_t size, const T& value = T{}) : data_(size, value) {}

    T& operator[](I id)
    {
        expects(id.index() < data_.size());
        return data_[id.index()];
    }
    const T& operator[](I id) const
    {
        expects(id.index() < data_.size());
        return data_[id.index()];
    }

    I push_back(T value)
    {
        data_.push_back(std::move(value));
        return I::at(data_.size() - 1);
    }

    std::size_t size() const { return data_.size(); }
    bool empty() const { return data_.empty(); }
    void assign(std::size_t size, const T& value) { data_.assign(size, value); }

    auto begin() { return data_.begin(); }
    auto end() { return data_.end(); }
    auto begin() const { return data_.begin(); }
    auto end() const { return data_.end(); }

    /// The ids in order.
    IdRange<I> ids() const { return {I::at(0), data_.size()}; }
    /// The rows of some that follow each other.
    std::span<T> of(IdRange<I> rows)
    {
        expects(rows.empty() || rows[rows.size() - 1].index() < data_.size());
        return {data_.data() + rows[0].index(), rows.size()};
    }
    std::span<const T> of(IdRange<I> rows) const
    {
        expects(rows.empty() || rows[rows.size() - 1].index() < data_.size());
        return {data_.data() + rows[0].index(), rows.size()};
    }

private:
    std::vector<T> data_;
};

using RegionId = Id<struct RegionTag>;
using SubregionId = Id<struct SubregionTag>;
using SettlementId = Id<struct SettlementTag>;
using ProvinceId = Id<struct ProvinceTag>;
using CentreId = Id<struct CentreTag>;
using TableId = Id<struct TableTag>;
using EmployerId = Id<struct EmployerTag>;
using EmployerRange = IdRange<EmployerId>;

}  // namespace mgz
