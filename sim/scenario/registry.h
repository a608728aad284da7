// SPDX-License-Identifier: EUPL-1.2
/// The one registry of parameters. Everything that names a parameter reads it from here: scenario
/// files, --set, `mgz parameters`, the tables of docs/model.md, sweep factors, the echo in OUT.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/scenario/scenario.h"

namespace mgz {

/// How we know a number. Shown wherever a user meets it.
enum class Basis {
    read,        ///< read in a public source
    report,      ///< read in one of the two reports on medical-generalist care in the region
    derived,     ///< arithmetic on such figures
    remembered,  ///< from memory, unverified
    assumption,  ///< no direct source
    fitted,      ///< set so that a national figure comes out
    technical    ///< how the program works, not a fact about care
};
std::string_view name_of(Basis basis);

enum class Applies {
    start,  ///< decides the state from 2003 on; cannot change halfway
    from    ///< may differ from any year on
};

enum class Grows {
    no,           ///< a rate, a share, a figure of one place
    with_country  ///< a total of the country: one K times as large has K times as much
};

struct RootChoice {
    RootRule* rule;
};

/// One parameter, bound to the scenario it was listed from.
struct Parameter {
    using Target = std::variant<double*, int*, std::string*, Series*, std::vector<int>*,
                                std::vector<std::string>*, RootChoice>;
    std::string key;  ///< as in a scenario file: "settlement.distance_exponent"
    Target target;
    std::string unit;  ///< "1" for a pure number, "-" where there is none
    double low = 0;    ///< smallest allowed value; for series and lists of each value
    double high = 0;   ///< largest; low == high means no bound (text)
    Basis basis = Basis::assumption;
    std::string source;   ///< where the default comes from
    std::string meaning;  ///< one sentence
    Applies applies = Applies::start;
    Grows grows = Grows::no;
};

/// Every parameter of the scenario, in the order they are shown. The pointers live as long as the
/// scenario and are good until it is moved.
std::vector<Parameter> parameters(Scenario& scenario);

/// Group of a key: what stands before the first dot ("settlement").
std::string_view group_of(std::string_view key);

/// The value as TOML ("1.6", "\"text\"", "[[2003, 400.0]]").
std::string value_text(const Parameter& parameter);

/// Shortest text that reads back as the same number and that TOML takes for a float.
std::string real_text(double value);

/// A text as TOML, in quotes.
std::string quoted(std::string_view text);

/// One parameter by profession, in the order huisarts, so, avg.
struct Described {
    std::string unit;
    double low, high;
    Basis basis;
    std::string source;
    std::string meaning;
    Applies applies = Applies::start;
    Grows grows = Grows::no;
};

/// Builds the list; used by the parameters_*.cpp files, one per group.
class ParameterList {
public:
    void add(std::string key, Parameter::Target target, const Described& d);
    /// Three keys from one pattern with "{}" where the profession goes.
    template <class T>
    void add_each(std::string_view pattern, ByProfession<T>& values, const Described& d)
    {
        for (const Profession p : all_professions)
            add(filled(pattern, p), &values[p], d);
    }
    std::vector<Parameter> take() { return std::move(list_); }

private:
    static std::string filled(std::string_view pattern, Profession p);
    std::vector<Parameter> list_;
};

void list_geography(ParameterList& list, Scenario& s);
void list_world(ParameterList& list, WorldOptions& w);
void list_training(ParameterList& list, TrainingOptions& t);
void list_need(ParameterList& list, NeedOptions& n);
void list_careers(ParameterList& list, CareerOptions& c);
void list_settlement(ParameterList& list, SettlementOptions& s);
void list_care(ParameterList& list, CareOptions& c);
void list_duty(ParameterList& list, DutyOptions& d);
void list_support(ParameterList& list, SupportOptions& s);
void list_overflow(ParameterList& list, OverflowOptions& o);
void list_costs(ParameterList& list, CostOptions& c);
void list_cooperation(ParameterList& list, CooperationOptions& c);
void list_initiatives(ParameterList& list, InitiativeOptions& i);
void list_output(ParameterList& list, OutputOptions& o);

}  // namespace mgz
