// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/registry.h"

namespace mgz {

static Described assumed(const char* unit, double low, double high, const char* source,
                         const char* meaning, Applies applies = Applies::from)
{
    return {unit, low, high, Basis::assumption, source, meaning, applies};
}

static void list_classes(ParameterList& list, CareOptions& c)
{
    const char* outside = "about 15% of SO and AVG need lies outside the own house (model design)";
    list.add_each("care.{}.crisis", c.crisis,
                  assumed("1", 0, 0.3, outside, "Share of need in crisis and short-stay beds."));
    list.add_each("care.{}.home", c.home,
                  assumed("1", 0, 0.3, outside,
                          "Share of need for clients at home with an indication for long-term "
                          "care, or in a house without treatment."));
    list.add_each("care.{}.first_line", c.first_line,
                  assumed("1", 0, 0.3, outside, "Share of need as consultant of GPs."));
    list.add_each("care.{}.small_homes", c.small_homes,
                  assumed("1", 0, 0.3,
                          "model design; ca. 450 homes (remembered), ten times the hours of a "
                          "usual patient for a GP",
                          "Share of need in small-scale living homes, in 2023."));
    list.add("care.small_home_growth", &c.small_home_growth,
             assumed("1/year", 0, 0.2, "growing (report); the rate is assumed",
                     "Growth of the share of need in small homes."));
    list.add("care.team_load_low", &c.team_load_low,
             assumed("1", 0.5, 2, "teams not always equipped (report)",
                     "Load on physicians by a well-equipped care team of a small home.",
                     Applies::start));
    list.add("care.team_load_high", &c.team_load_high,
             assumed("1", 0.5, 3, "teams not always equipped (report)",
                     "The same of a badly equipped one; each region draws between the two.",
                     Applies::start));
    list.add("care.calls", &c.calls,
             assumed("1", 0, 0.6, "model design",
                     "Share of the hours of SO and AVG that starts with a call."));
    list.add("care.travel", &c.travel,
             assumed("1", 0, 0.6, "model design", "Share of hours outside the house on the road."));
    list.add("care.ghz_at_home", &c.ghz_at_home,
             assumed("1", 0, 1, "GHZ without treatment ca. 45% of 74,000 (remembered)",
                     "Share of disabled people in what GPs do for clients at home."));
    list.add("care.moved_to_gp", &c.moved_to_gp,
             assumed("1", 0, 1, "model design",
                     "FTE of GP for each FTE of SO or AVG whose clients leave the house."));
}

static void list_retreat(ParameterList& list, CareOptions& c)
{
    list.add("care.least_load", &c.least_load,
             assumed("1", 0, 1, "model design",
                     "Measures never lower the load of a group of clients below this share."));
    list.add("care.retreat_below", &c.retreat_below,
             assumed("1", 0, 1.5, "institutions withdraw under scarcity (report)",
                     "FTE over need below which willingness to work outside falls."));
    list.add("care.retreat_above", &c.retreat_above,
             assumed("1", 0, 1.5, "model design", "FTE over need above which it comes back."));
    list.add("care.retreat_fall", &c.retreat_fall,
             assumed("1/quarter", 0, 1, "model design",
                     "Fall of willingness a quarter; 0: nobody withdraws (a null)."));
    list.add("care.retreat_rise", &c.retreat_rise,
             assumed("1/quarter", 0, 1, "model design; slower than the fall",
                     "Rise of willingness a quarter."));
    list.add("care.retreat_memory", &c.retreat_memory,
             assumed("years", 0.25, 5, "boards look at lasting gaps, not at one quarter",
                     "Mean age of the staffing that boards have in mind."));
    list.add("care.sharing", &c.sharing,
             assumed("1", 0, 1, "sharing is rare (report); range 0 to 0.5",
                     "Share of what an institution has above the level of its table that it gives "
                     "to those below."));
    list.add("care.gp_takeover", &c.gp_takeover,
             assumed("1", 0, 1, "model design",
                     "Share of lost hours of SO and AVG in small homes that GPs take over."));
    list.add("care.gp_takeover_limit", &c.gp_takeover_limit,
             assumed("1", 0.001, 1, "model design", "Gap of GPs at which they take over none."));
    list.add("care.mediation", &c.mediation,
             assumed("1", 0, 1, "insurers usually find a way out (report)",
                     "Share of clients refused by GPs for whom mediation succeeds."));
}

void list_care(ParameterList& list, CareOptions& c)
{
    list_classes(list, c);
    list_retreat(list, c);
}

void list_duty(ParameterList& list, DutyOptions& d)
{
    list.add("duty.group_participants", &d.group_participants,
             assumed("physicians", 1, 100, "model design",
                     "Institutions join until a duty group has this many participants in 2003.",
                     Applies::start));
    list.add(
        "duty.fte_per_participant", &d.fte_per_participant,
        assumed("FTE", 0.1, 1.5, "0.8 FTE per SO and AVG (remembered)", "FTE of one participant."));
    list.add("duty.older_from", &d.older_from,
             {"years", 40, 80, Basis::report, "older SO and AVG often take no part in duty",
              "Age from which fewer take part.", Applies::start});
    list.add("duty.older_participation", &d.older_participation,
             assumed("1", 0, 1, "often no part (report); range 0 to 0.8",
                     "Share of physicians of that age who take part."));
    list.add(
        "duty.shifts_per_week", &d.shifts_per_week,
        assumed("shifts", 0, 50, "seven nights and two weekend days", "Shifts of a duty group."));
    list.add("duty.thin_from", &d.thin_from,
             assumed("shifts/participant", 0, 9, "model design",
                     "Shifts a week per participant above which a rota is thin."));
    list.add("duty.load_effect", &d.load_effect,
             assumed("1", 0, 2, "model design",
                     "Rise of the load for each shift a week per participant above that."));
}

void list_support(ParameterList& list, SupportOptions& s)
{
    list.add("support.used", &s.used,
             assumed("1", 0, 0.6, "15% now (facts, section 15)",
                     "Share of SO and AVG work done by VS, PA and basic doctors; need is what "
                     "remains."));
    list.add("support.present", &s.present,
             assumed("1", 0, 0.8, "model design",
                     "Share they could do with the numbers present in 2023."));
    list.add("support.growth", &s.growth,
             assumed("1/year", 0, 0.05, "more places for VS and PA (read); range 0 to 2 points",
                     "Growth of that share."));
    list.add(
        "support.substitution", &s.substitution,
        assumed("1", 0.1, 1, "model design", "Hours of a physician saved by an hour of theirs."));
    list.add("support.commercial_ceiling", &s.commercial_ceiling,
             assumed("1", 0, 1.2, "model design",
                     "Share of need up to which an institution buys commercial SO."));
    list.add("support.commercial_price", &s.commercial_price,
             assumed("1", 1, 4, "model design", "Price over the cost of an employed SO."));
    list.add("support.commercial_draw", &s.commercial_draw,
             assumed("1", 0, 1, "model design",
                     "FTE taken from other institutions for each FTE bought."));
}

static void list_sector(ParameterList& list, const std::string& name, SectorOptions& s)
{
    const auto key = [&](const char* part) { return "overflow." + name + "." + part; };
    list.add(key("residents_per_fte"), &s.residents_per_fte,
             {"persons/FTE", 10, 2000, Basis::derived,
              "124,985 residents on 1,800 SO, 73,830 on 250 AVG, 0.8 FTE each",
              "Residents for each FTE of need in the own house.", Applies::from});
    list.add(key("stay_years"), &s.stay_years,
             assumed("years", 0.1, 50, "model design", "Mean stay."));
    list.add(key("urgent"), &s.urgent,
             assumed("1", 0, 1, "model design", "Share of new clients who need a place at once."));
    list.add(key("occupancy"), &s.occupancy,
             assumed("1", 0.5, 1, "model design", "Demand over beds built."));
    list.add(key("staffing_effect"), &s.staffing_effect,
             assumed("1", 0, 5, "model design",
                     "Share of beds that cannot be used for each unit of gap above "
                     "overflow.felt_from."));
    list.add(key("leave_queue"), &s.leave_queue,
             assumed("1/quarter", 0, 1, "model design", "Waiters who leave the queue."));
    list.add(key("blocked_from"), &s.blocked_from,
             assumed("1", 0.5, 2, "model design",
                     "Demand over usable beds from which an urgent client may find none."));
    list.add(key("blocked_span"), &s.blocked_span,
             assumed("1", 0.01, 5, "model design",
                     "Further rise of it at which no urgent client finds a bed."));
    list.add(key("return_rate"), &s.return_rate,
             assumed("1/quarter", 0.01, 1, "back within reasonable time (report)",
                     "Share of clients placed elsewhere who return a quarter, at even pressure."));
}

void list_overflow(ParameterList& list, OverflowOptions& o)
{
    list_sector(list, "vvt", o.vvt);
    list_sector(list, "ghz", o.ghz);
    list.add("overflow.felt_from", &o.felt_from,
             assumed("1", 0, 1, "class limit of shortage",
                     "Gap above which beds close and small homes are regulated."));
    list.add("overflow.crisis_occupancy", &o.crisis_occupancy,
             assumed("1", 0, 2, "model design",
                     "Occupancy of crisis and short-stay beds when nothing is short."));
    list.add("overflow.push", &o.push,
             assumed("1", 0, 5, "model design",
                     "Contacts at HAP and SEH for each contact that vulnerable clients miss."));
    list.add("overflow.placement_time", &o.placement_time,
             assumed("1", 0, 0.3, "model design",
                     "Share of physicians' hours spent on finding places."));
    list.add("overflow.contacts_per_fte", &o.contacts_per_fte,
             assumed("contacts/FTE", 100, 50000, "5.1 contacts per patient and 2,095 patients",
                     "Contacts a year in one FTE."));
    list.add("overflow.days_per_contact", &o.days_per_contact,
             assumed("days", 0.1, 365, "model design",
                     "Days in a wrong bed that follow from one contact pushed on."));
}

void list_costs(ParameterList& list, CostOptions& c)
{
    list.add_each(
        "costs.{}.physician", c.physician,
        assumed("EUR/FTE/year", 0, 1000000, "model design", "Cost of an employed physician."));
    list.add(
        "costs.support", &c.support,
        assumed("EUR/FTE/year", 0, 1000000, "model design", "Cost of a VS, PA or basic doctor."));
}

}  // namespace mgz
