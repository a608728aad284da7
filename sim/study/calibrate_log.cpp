// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/calibrate_log.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>

#include "geo/check.h"
#include "sim/scenario/json_file.h"

namespace mgz {

using geo::InputError;
using geo::RunError;
using Json = nlohmann::ordered_json;

static constexpr auto log_format = "mgz calibration log";
static constexpr int log_version = 1;

static Json json_of(const LoggedEvaluation& e)
{
    Json measured = Json::array();
    for (const auto& value : e.measured)
        measured.push_back(value ? Json(*value) : Json(nullptr));
    return {{"values", e.values}, {"loss", e.loss}, {"measured", measured}, {"losses", e.losses}};
}

static LoggedEvaluation evaluation_of(const Json& json)
{
    LoggedEvaluation e;
    e.values = json.at("values").get<std::vector<double>>();
    e.loss = json.at("loss").get<double>();
    for (const auto& value : json.at("measured")) {
        e.measured.push_back(value.is_null() ? std::nullopt : std::optional(value.get<double>()));
    }
    e.losses = json.at("losses").get<std::vector<double>>();
    if (e.losses.size() != e.measured.size()) throw std::runtime_error("a loss per figure");
    return e;
}

CalibrationLog::CalibrationLog(std::string path, const Conditions& conditions, bool resume)
    : path_(std::move(path))
{
    const bool there = access(path_.c_str(), F_OK) == 0;
    if (there && !resume) {
        throw InputError(path_, "there is a log of an earlier search",
                         "give --resume to go on with it, or remove it");
    }
    file_ = open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file_ < 0) throw RunError(fmt::format("{}: {}", path_, std::strerror(errno)));
    try {
        if (flock(file_, LOCK_EX | LOCK_NB) != 0) {
            throw RunError(fmt::format("{}: another mgz calibrate writes to it", path_));
        }
        read(conditions);
    } catch (...) {
        close(file_);
        throw;
    }
}

CalibrationLog::~CalibrationLog()
{
    close(file_);
}

/// Everything in the file; RunError when the machine refuses.
static std::string content_of(int file, const std::string& path)
{
    std::string text;
    char buffer[1 << 16];
    while (true) {
        const ssize_t got = ::read(file, buffer, sizeof buffer);
        if (got < 0) throw RunError(fmt::format("{}: {}", path, std::strerror(errno)));
        if (got == 0) return text;
        text.append(buffer, static_cast<std::size_t>(got));
    }
}

/// The first line, if this program can go on with what follows it.
static const Json& head_of(const Json& line, const std::string& path)
{
    if (line.at("format") != log_format)
        throw InputError(path, "is not the log of a search", "name another file with -o");
    check_format_version(line, log_version, path);
    return line;
}

static void check_conditions(const Json& head, const CalibrationLog::Conditions& conditions,
                             const std::string& path)
{
    for (const auto& [name, value] : conditions) {
        const auto there = head.at(name).get<std::string>();
        if (there == value) continue;
        throw InputError(
            path,
            fmt::format("is the log of a search with another {} ({}, not {})", name, there, value),
            "remove it, or go back to that");
    }
}

void CalibrationLog::read(const Conditions& conditions)
{
    const std::string text = content_of(file_, path_);
    const auto end = text.rfind('\n');
    const std::size_t whole = end == text.npos ? 0 : end + 1;
    if (whole == 0) {
        Json head{{"format", log_format}, {"format_version", log_version}};
        for (const auto& [name, value] : conditions)
            head[name] = value;
        // Only what was cut off is taken back.
        if (ftruncate(file_, 0) != 0 || lseek(file_, 0, SEEK_SET) != 0) {
            throw RunError(fmt::format("{}: {}", path_, std::strerror(errno)));
        }
        write_line(head.dump());
        return;
    }
    try {
        std::size_t at = 0;
        bool first = true;
        while (at < whole) {
            const auto line_end = text.find('\n', at);
            const auto json = Json::parse(text.begin() + static_cast<long>(at),
                                          text.begin() + static_cast<long>(line_end));
            if (first) {
                check_conditions(head_of(json, path_), conditions, path_);
            } else {
                earlier_.push_back(evaluation_of(json));
            }
            first = false;
            at = line_end + 1;
        }
    } catch (const InputError&) {
        throw;  // of other conditions
    } catch (const std::exception&) {
        throw InputError(path_, "is not the log of a search", "name another file with -o");
    }
    if (ftruncate(file_, static_cast<off_t>(whole)) != 0 || lseek(file_, 0, SEEK_END) < 0) {
        throw RunError(fmt::format("{}: {}", path_, std::strerror(errno)));
    }
}

void CalibrationLog::write_line(const std::string& text)
{
    const std::string line = text + '\n';
    std::size_t done = 0;
    while (done < line.size()) {
        const ssize_t wrote = write(file_, line.data() + done, line.size() - done);
        if (wrote < 0) throw RunError(fmt::format("{}: {}", path_, std::strerror(errno)));
        done += static_cast<std::size_t>(wrote);
    }
    if (fsync(file_) != 0) throw RunError(fmt::format("{}: {}", path_, std::strerror(errno)));
}

void CalibrationLog::add(const LoggedEvaluation& evaluation)
{
    write_line(json_of(evaluation).dump());
}

}  // namespace mgz
