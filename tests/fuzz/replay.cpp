// SPDX-License-Identifier: EUPL-1.2
// The short form for the ordinary tests: every file of corpus/ and crashes/ through its target, and
// some mutations of each, the same every time.
//
//   replay FOLDER [TARGET [FILE]]     FOLDER holds corpus/ and crashes/
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstring>

#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/mutate.h"

namespace fs = std::filesystem;

namespace {

/// What is being tried: said, and kept in a file, when the process dies of it.
std::string_view trying;
std::string trying_what;

extern "C" void die(int signal)
{
    const auto say = [](std::string_view text) {
        if (write(STDERR_FILENO, text.data(), text.size()) < 0) _exit(1);
    };
    say(signal == SIGALRM ? "took too long: " : "died of: ");
    say(trying_what);
    say("\nthe bytes are in fuzz-died\n");
    if (std::FILE* file = std::fopen("fuzz-died", "wb")) {
        std::fwrite(trying.data(), 1, trying.size(), file);
        std::fclose(file);
    }
    std::signal(signal, SIG_DFL);
    std::raise(signal == SIGALRM ? SIGABRT : signal);
}

/// On a stack of its own: the other one may be full.
void hear_of_death()
{
    static std::array<char, 1 << 16> stack;
    const stack_t own{stack.data(), 0, stack.size()};
    sigaltstack(&own, nullptr);
    struct sigaction action = {};
    action.sa_handler = die;
    action.sa_flags = SA_ONSTACK;
    for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGALRM})
        sigaction(signal, &action, nullptr);
}

/// Little memory, where no sanitizer needs an address space of its own.
void limit_memory()
{
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    constexpr rlim_t most = rlim_t{2} << 30;
    const rlimit limit{most, most};
    setrlimit(RLIMIT_AS, &limit);
#endif
}

void try_one(const fuzz::Target& target, std::string_view bytes, const std::string& what)
{
    constexpr unsigned soon = 20;  // seconds, of a machine that has much else to do
    trying = bytes;
    trying_what = what;
    alarm(soon);
    fuzz::try_bytes(target, bytes);
    alarm(0);
}

std::vector<fs::path> files_in(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// The first line names a file in some targets; most mutations spare it.
std::string mutated(const fuzz::Target& target, const std::string& bytes, fuzz::Mutator& mutator)
{
    const auto line = target.names_file ? std::min(bytes.find('\n') + 1, bytes.size()) : 0;
    return bytes.substr(0, line) + mutator.mutated(bytes.substr(line));
}

/// Tries of one target; 0 when it has no files.
std::size_t replay(const fuzz::Target& target, const fs::path& root)
{
    auto paths = files_in(root / "corpus" / target.name);
    const auto crashes = files_in(root / "crashes" / target.name);
    paths.insert(paths.end(), crashes.begin(), crashes.end());
    std::vector<std::string> files;
    for (const auto& path : paths)
        files.push_back(fuzz::get(path));
    if (target.prepare != nullptr) target.prepare();
    std::size_t tries = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto what = paths[i].lexically_relative(root).string();
        try_one(target, files[i], what);
        ++tries;
        fuzz::Mutator mutator(i + 1, files);
        for (int m = 1; m <= target.mutations; ++m, ++tries) {
            const auto bytes = mutated(target, files[i], mutator);
            try_one(target, bytes, what + ", mutation " + std::to_string(m));
        }
    }
    return tries;
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc < 2 || argc > 4) return 2;
    limit_memory();
    hear_of_death();
    if (argc == 4) {
        const auto* target = fuzz::target_named(argv[2]);
        if (target == nullptr) return 2;
        if (target->prepare != nullptr) target->prepare();
        try_one(*target, fuzz::get(argv[3]), argv[3]);
        return 0;
    }
    bool all_tried = true;
    for (const auto& target : fuzz::targets()) {
        if (argc == 3 && target.name != argv[2]) continue;
        const auto tries = replay(target, argv[1]);
        std::printf("%-10.*s %6zu\n", static_cast<int>(target.name.size()), target.name.data(),
                    tries);
        all_tried = all_tried && tries > 0;
    }
    return all_tried ? 0 : 1;
}
