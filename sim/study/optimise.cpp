// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/optimise.h"

#include <exception>
#include <limits>
#include <nlopt.hpp>

#include "geo/check.h"

namespace mgz {

namespace {

/// Remembers the best, and the exception that NLopt would swallow.
struct Watched {
    const std::function<double(std::span<const double>)>& function;
    Found found{{}, std::numeric_limits<double>::infinity(), 0, {}};
    std::exception_ptr failure = nullptr;

    static double call(const std::vector<double>& at, std::vector<double>&, void* self)
    {
        auto& w = *static_cast<Watched*>(self);
        try {
            const double value = w.function(at);
            ++w.found.evaluations;
            if (value < w.found.value) {
                w.found.value = value;
                w.found.at = at;
            }
            return value;
        } catch (...) {
            w.failure = std::current_exception();
            throw nlopt::forced_stop();
        }
    }
};

std::string reason(nlopt::result result)
{
    switch (result) {
        case nlopt::XTOL_REACHED:
        case nlopt::FTOL_REACHED:
        case nlopt::SUCCESS:
            return "no parameter changes by more than the tolerance";
        case nlopt::MAXEVAL_REACHED:
            return "as many evaluations as allowed";
        case nlopt::STOPVAL_REACHED:
            return "every target is met exactly";
        default:
            return "the search cannot go on";
    }
}

}  // namespace

Found minimise(const std::function<double(std::span<const double>)>& function,
               const Minimisation& search)
{
    const auto n = static_cast<unsigned>(search.start.size());
    expects(n > 0);
    nlopt::opt optimiser(search.method == SearchMethod::bobyqa ? nlopt::LN_BOBYQA : nlopt::LN_SBPLX,
                         n);
    Watched watched{function};
    optimiser.set_min_objective(&Watched::call, &watched);
    optimiser.set_lower_bounds(0.0);
    optimiser.set_upper_bounds(1.0);
    optimiser.set_initial_step(search.first_step);
    optimiser.set_xtol_abs(search.tolerance);
    optimiser.set_stopval(0.0);
    optimiser.set_maxeval(search.most);
    std::vector<double> at = search.start;
    double value = 0;
    try {
        watched.found.ended = reason(optimiser.optimize(at, value));
    } catch (const nlopt::roundoff_limited&) {
        watched.found.ended = "rounding hides further progress";
    } catch (const nlopt::forced_stop&) {
        watched.found.ended = "stopped";
    }
    if (watched.failure) std::rethrow_exception(watched.failure);
    return watched.found;
}

}  // namespace mgz
