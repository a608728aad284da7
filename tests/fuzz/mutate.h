// SPDX-License-Identifier: EUPL-1.2
/// Mutations for the ordinary tests: the same from the same seed on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fuzz {

class Mutator {
public:
    /// \param others files of the same kind, from which pieces are taken
    Mutator(std::uint64_t seed, const std::vector<std::string>& others)
        : state_(seed), others_(others)
    {
    }

    /// One to four changes: bits and bytes, pieces cut, doubled, moved or taken from another file,
    /// numbers made extreme, the end cut off.
    std::string mutated(std::string bytes);

private:
    std::size_t below(std::size_t end);
    std::string_view piece_of(std::string_view bytes);
    void change(std::string& bytes);
    void change_number(std::string& bytes);
    void change_word(std::string& bytes);

    std::uint64_t state_;
    const std::vector<std::string>& others_;
};

}  // namespace fuzz
