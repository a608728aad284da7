// SPDX-License-Identifier: EUPL-1.2
/// FTE by class of clients of many employers: a column for each class, so that a loop over
/// employers takes several of them at a time.
#pragma once

#include <array>

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

private:
    std::array<IdVector<EmployerId, double>, client_class_count> columns_;
};

}  // namespace mgz
