// SPDX-License-Identifier: EUPL-1.2
/// For whom physicians work, in the order in which a house that withdraws keeps serving them.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace mgz {

enum class ClientClass : unsigned char {
    own,         ///< in the own house; of a GP: the patients of the practice
    crisis,      ///< crisis and short-stay beds
    neighbours,  ///< of institutions that contract hours
    home,        ///< at home with an indication for long-term care, or in a house without treatment
    first_line,  ///< consultations for GPs
    small_home   ///< in small-scale living homes
};
inline constexpr std::size_t client_class_count = 6;
inline constexpr std::array<std::string_view, client_class_count> client_class_names{
    "own", "crisis", "neighbours", "home", "first_line", "small_home"};
inline constexpr std::array<ClientClass, client_class_count> all_client_classes{
    ClientClass::own,  ClientClass::crisis,     ClientClass::neighbours,
    ClientClass::home, ClientClass::first_line, ClientClass::small_home};
inline constexpr std::array<ClientClass, client_class_count - 1> outside_classes{
    ClientClass::crisis, ClientClass::neighbours, ClientClass::home, ClientClass::first_line,
    ClientClass::small_home};

/// FTE by class.
struct ClassHours {
    std::array<double, client_class_count> fte{};

    double& operator[](ClientClass c) { return fte[static_cast<std::size_t>(c)]; }
    double operator[](ClientClass c) const { return fte[static_cast<std::size_t>(c)]; }
    ClassHours& operator+=(const ClassHours& other)
    {
        for (std::size_t c = 0; c < fte.size(); ++c)
            fte[c] += other.fte[c];
        return *this;
    }
    double own() const { return fte[0]; }
    double outside() const { return fte[1] + fte[2] + fte[3] + fte[4] + fte[5]; }
    double total() const { return own() + outside(); }
};

}  // namespace mgz
