// SPDX-License-Identifier: EUPL-1.2
/// The log of a calibration: every evaluation is on the disk before the next begins, so that a run
/// that was killed goes on where it stopped.
///
/// Lines of JSON, only ever added to: first what the evaluations depend on, then one line per
/// evaluation. A last line without an end, cut off by whatever killed the run, does not count.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mgz {

struct LoggedEvaluation {
    std::vector<double> values;  ///< of the parameters, at full precision
    double loss = 0;
    std::vector<std::optional<double>> measured;  ///< one per target
    std::vector<double> losses;                   ///< likewise
};

class CalibrationLog {
public:
    /// What must be the same for evaluations to be the same: name and value.
    using Conditions = std::vector<std::pair<std::string, std::string>>;

    /// Opens `path` for adding, makes it when it is not there.
    /// \param resume a log that is there is read; otherwise it is refused
    /// Errors. InputError: a log is there and resume is not wanted; it is of other conditions (the
    /// message names the first); it is none. RunError: the machine refuses; another process writes.
    CalibrationLog(std::string path, const Conditions& conditions, bool resume);
    ~CalibrationLog();
    CalibrationLog(const CalibrationLog&) = delete;
    CalibrationLog& operator=(const CalibrationLog&) = delete;

    /// Those that were there, in order.
    const std::vector<LoggedEvaluation>& earlier() const { return earlier_; }
    /// On the disk when it returns. Errors: RunError.
    void add(const LoggedEvaluation& evaluation);
    const std::string& path() const { return path_; }

private:
    void read(const Conditions& conditions);
    void write_line(const std::string& text);

    std::string path_;
    int file_ = -1;
    std::vector<LoggedEvaluation> earlier_;
};

}  // namespace mgz
