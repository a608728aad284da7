// SPDX-License-Identifier: EUPL-1.2
/// The commands as values, for what is made from them: manual pages and completion. Whatever is
/// added to the command line appears there by itself.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace mgz::cli {

/// What a shell may propose as a value.
enum class Takes {
    nothing,   ///< a flag
    words,     ///< one of OptionEntry::words
    scenario,  ///< a ready scenario or a file
    file,      ///< a file or a folder
    text       ///< something that only the user knows
};

/// An option, or an operand: what stands on the command line by its place.
struct OptionEntry {
    std::vector<std::string> names;  ///< {"-o", "--output"}; of an operand {"SCENARIO"}
    std::string value;               ///< what its value is called ("OUT"); empty for a flag
    Takes takes = Takes::nothing;
    std::vector<std::string> words;  ///< all allowed values, where they are few
    std::string help;                ///< one sentence without a full stop
    bool required = false;
    bool repeated = false;  ///< operands: takes all that follow
};

struct CommandEntry {
    std::string path;  ///< "mgz sweep plan"; of the program itself "mgz"
    std::string help;  ///< what it does, as --help begins
    std::string more;  ///< examples and prose, as --help ends
    std::vector<OptionEntry> options;
    std::vector<OptionEntry> operands;  ///< in their order
    std::vector<CommandEntry> commands;
};

/// Everything that --help shows, in its order.
CommandEntry command_tree(const CLI::App& app);

/// The command named by these words, without "mgz"; nullptr when there is none.
const CommandEntry* find_command(const CommandEntry& root, const std::vector<std::string>& words);

}  // namespace mgz::cli
