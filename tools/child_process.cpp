// SPDX-License-Identifier: EUPL-1.2
#include "tools/child_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "geo/check.h"

namespace mgz::cli {

[[noreturn]] static void refuse(const std::string& program, int error)
{
    throw geo::RunError(
        fmt::format("{} cannot be started: {}", program, std::generic_category().message(error)));
}

namespace {

/// What the child writes into one of its outputs.
class Pipe {
public:
    explicit Pipe(const std::string& program)
    {
        if (pipe2(ends_.data(), O_CLOEXEC) != 0) refuse(program, errno);
    }
    ~Pipe()
    {
        close(ends_[0]);
        close_writing();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    int reading() const { return ends_[0]; }
    int writing() const { return ends_[1]; }
    void close_writing()
    {
        if (ends_[1] >= 0) close(ends_[1]);
        ends_[1] = -1;
    }

private:
    std::array<int, 2> ends_{-1, -1};
};

/// The outputs that the child starts with, and nothing to read.
class Outputs {
public:
    Outputs(const Pipe& out, const Pipe& err)
    {
        posix_spawn_file_actions_init(&actions_);
        posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&actions_, out.writing(), STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&actions_, err.writing(), STDERR_FILENO);
    }
    ~Outputs() { posix_spawn_file_actions_destroy(&actions_); }
    Outputs(const Outputs&) = delete;
    Outputs& operator=(const Outputs&) = delete;

    const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
};

}  // namespace

/// Both at a time: a child that fills one pipe while the other is waited for would never end.
static void read_all(const Pipe& out, const Pipe& err, Ended& ended)
{
    std::array<pollfd, 2> open{{{out.reading(), POLLIN, 0}, {err.reading(), POLLIN, 0}}};
    const std::array<std::string*, 2> texts{&ended.out, &ended.err};
    std::array<char, 4096> buffer{};
    while (open[0].fd >= 0 || open[1].fd >= 0) {
        if (poll(open.data(), open.size(), -1) < 0 && errno != EINTR) return;
        for (std::size_t i = 0; i < open.size(); ++i) {
            if (open[i].fd < 0 || open[i].revents == 0) continue;
            const ssize_t n = read(open[i].fd, buffer.data(), buffer.size());
            if (n > 0) {
                texts[i]->append(buffer.data(), static_cast<std::size_t>(n));
            } else if (n == 0 || errno != EINTR) {
                open[i].fd = -1;
            }
        }
    }
}

static int status_of(pid_t child)
{
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::optional<Ended> run_program(const std::vector<std::string>& words)
{
    expects(!words.empty());
    std::vector<std::string> own = words;
    std::vector<char*> arguments;
    for (std::string& word : own)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    Pipe out(own.front()), err(own.front());
    const Outputs outputs(out, err);
    pid_t child = 0;
    const int error =
        posix_spawnp(&child, arguments[0], outputs.get(), nullptr, arguments.data(), environ);
    if (error == ENOENT) return std::nullopt;
    if (error != 0) refuse(own.front(), error);
    out.close_writing();
    err.close_writing();
    Ended ended;
    read_all(out, err, ended);
    ended.status = status_of(child);
    return ended;
}

}  // namespace mgz::cli
