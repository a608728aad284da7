// SPDX-License-Identifier: EUPL-1.2
/// FTE by class of clients of many employers: a column for each class, so that a loop over
/// employers takes several of them at a time.
#pragma once

#include <array>
#include <span>

#include "sim/core/id.h"
#include "sim/model/client_class.h"

namespace mgz {

class ClassTable {
public:
    void assign(std::size_t employers, const ClassHours& hours)
    {
        for (const ClientClass c : all_client_classes)
            column(c).assign(employers, hours[c]);
    }
    /// A copy, and const: what would be written to it would be lost.
    const ClassHours operator[](EmployerId e) const
    {
        ClassHours hours;
        for (const ClientClass c : all_client_classes)
            hours[c] = column(c)[e];
        return hours;
    }
    void set(EmployerId e, const ClassHours& hours)
    {
        for (const ClientClass c : all_client_classes)
            column(c)[e] = hours[c];
    }
    double& at(EmployerId e, ClientClass c) { return column(c)[e]; }

    IdVector<EmployerId, double>& column(ClientClass c)
    {
        return columns_[static_cast<std::size_t>(c)];
    }
    const IdVector<EmployerId, double>& column(ClientClass c) const
    {
        return columns_[static_cast<std::size_t>(c)];
    }

    /// Rows of employers that follow each other. Written out: a loop in a loop is not vectorised.
    template <class T>
    class Rows {
    public:
        explicit Rows(const std::array<T*, client_class_count>& first) : first_(first) {}
        ClassHours operator[](std::size_t k) const
        {
            return {{first_[0][k], first_[1][k], first_[2][k], first_[3][k], first_[4][k],
                     first_[5][k]}};
        }
        void set(std::size_t k, const ClassHours& hours) const
        {
            first_[0][k] = hours.fte[0];
            first_[1][k] = hours.fte[1];
            first_[2][k] = hours.fte[2];
            first_[3][k] = hours.fte[3];
            first_[4][k] = hours.fte[4];
            first_[5][k] = hours.fte[5];
        }

    private:
        std::array<T*, client_class_count> first_;
    };
    Rows<double> of(EmployerRange rows) { return rows_of<double>(*this, rows); }
    Rows<const double> of(EmployerRange rows) const { return rows_of<const double>(*this, rows); }

private:
    template <class T, class Table>
    static Rows<T> rows_of(Table& table, EmployerRange rows)
    {
        std::array<T*, client_class_count> first{};
        for (const ClientClass c : all_client_classes)
            first[static_cast<std::size_t>(c)] = table.column(c).of(rows).data();
        return Rows<T>(first);
    }

    std::array<IdVector<EmployerId, double>, client_class_count> columns_;
};

}  // namespace mgz
