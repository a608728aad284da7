// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/registry.h"

namespace mgz {

static void list_urgency(ParameterList& list, CooperationOptions& c)
{
    list.add(
        "cooperation.urgency_from", &c.urgency_from,
        {"1", 0, 0.5, Basis::assumption, "a gap of 5% is where shortage is felt",
         "Gap from which a board or a physician feels that something must change.", Applies::from});
    list.add("cooperation.urgency_span", &c.urgency_span,
             {"1", 0.01, 1, Basis::assumption, "full urgency at a gap of 20%",
              "Further gap until urgency is full.", Applies::from});
    list.add("cooperation.urgency_correlation", &c.urgency_correlation,
             {"1", 0, 1, Basis::assumption, "report 2023: urgency differs within a region",
              "Correlation over tables of the urgency that physicians feel with what their load "
              "tells; the rest is a draw of their own.",
              Applies::from});
}

static void list_governance(ParameterList& list, CooperationOptions& c)
{
    const auto mean = [&](const char* key, double& target, const char* source, const char* tie) {
        list.add(
            std::string("cooperation.") + key, &target,
            {"1", 0, 1, Basis::assumption, source,
             std::string("Mean strength of the tie between ") + tie + " when cooperation begins."});
    };
    list.add("cooperation.governance_correlation", &c.governance_correlation,
             {"1", 0, 1, Basis::assumption, "which regions have good ties is not public",
              "Correlation of a tie with the shortage of its table when cooperation begins."});
    list.add("cooperation.vvt_low", &c.vvt_low,
             {"1", 0, 1, Basis::assumption, "report 2023: good in every region",
              "Least strength of the tie between institutions for elderly care."});
    list.add("cooperation.vvt_high", &c.vvt_high,
             {"1", 0, 1, Basis::assumption, "report 2023: good in every region",
              "Greatest strength of the tie between institutions for elderly care."});
    mean("gp_vvt_mean", c.gp_vvt_mean, "report 2023: good in about 12 regions of 31",
         "practices and elderly care");
    mean("ghz_mean", c.ghz_mean, "report 2023: varies, good in at least 8 regions",
         "institutions for the disabled");
    mean("ghz_gp_mean", c.ghz_gp_mean, "report 2023: varies, developed in at least 4 regions",
         "institutions for the disabled and practices");
    mean("vvt_ghz_mean", c.vvt_ghz_mean, "report 2023: weak almost everywhere",
         "elderly care and institutions for the disabled");
    list.add("cooperation.governance_spread", &c.governance_spread,
             {"1", 0, 1, Basis::assumption, "set with the means",
              "Standard deviation of a tie over tables, before it is kept within 0 and 1."});
    list.add("cooperation.governance_growth", &c.governance_growth,
             {"1/quarter", 0, 0.5, Basis::assumption,
              "report 2023: initiatives tie people to each other, which makes others possible",
              "Part of what a tie lacks that a joint initiative adds while it is realised and in "
              "force.",
              Applies::from});
    list.add("cooperation.governance_lapse", &c.governance_lapse,
             {"1", 0, 0.5, Basis::assumption, "model design",
              "Part of a tie that is lost when a joint initiative ends.", Applies::from});
}

static void list_measures(ParameterList& list, CooperationOptions& c)
{
    list.add("cooperation.measures_from", &c.measures_from,
             {"year", 2003, 2100, Basis::assumption, "reform of long-term care in 2015",
              "First year in which institutions take measures of their own."});
    list.add("cooperation.measure_hazard", &c.measure_hazard,
             {"1/year", 0, 4, Basis::assumption, "model design",
              "Rate at which an institution takes its next measure, once its gap shows it to.",
              Applies::from});
    list.add("cooperation.first_signs", &c.first_signs,
             {"1", 0, 0.5, Basis::assumption,
              "report 2023: at the first signs measures stay within the organisation",
              "Gap above which an institution takes measures of its own.", Applies::from});
    list.add(
        "cooperation.acute", &c.acute,
        {"1", 0, 0.5, Basis::assumption, "the class of acute shortage",
         "Gap above which an institution for elderly care hires from agencies.", Applies::from});
}

static void list_joint(ParameterList& list, CooperationOptions& c)
{
    list.add("cooperation.start_pools", &c.start_pools,
             {"tables", 0, 10000, Basis::report, "report 2023: shared duty in four regions",
              "Shared duty rotas in force when cooperation begins.", Applies::start,
              Grows::with_country});
    list.add("cooperation.start_leaders", &c.start_leaders,
             {"regions", 0, 10000, Basis::assumption,
              "report 2023: some regions began many initiatives, most few or none",
              "Regions with several joint initiatives in force when cooperation begins.",
              Applies::start, Grows::with_country});
    list.add("cooperation.start_joint_least", &c.start_joint_least,
             {"1", 0, 15, Basis::assumption, "model design",
              "Fewest joint initiatives in force in a leading region then."});
    list.add("cooperation.start_joint_most", &c.start_joint_most,
             {"1", 0, 15, Basis::assumption, "model design",
              "Most joint initiatives in force in a leading region then."});
    list.add("cooperation.start_temporary", &c.start_temporary,
             {"1", 0, 1, Basis::assumption,
              "report 2023: new provisions are mostly paid from temporary money",
              "Share of the initiatives in force then that run on temporary money."});
    list.add("cooperation.start_plans", &c.start_plans,
             {"regions", 0, 10000, Basis::fitted,
              "so that about nine are left in spring 2023 (report 2023: concrete plans in nine)",
              "Regions with a joint plan in preparation when cooperation begins.", Applies::start,
              Grows::with_country});
    list.add("cooperation.joint_hazard", &c.joint_hazard,
             {"1/year", 0, 50, Basis::assumption, "model design",
              "Rate at which boards begin a joint initiative without the programme, at full "
              "urgency of boards and physicians and full governance.",
              Applies::from});
    list.add(
        "cooperation.crowding", &c.crowding,
        {"1", 0, 1, Basis::assumption, "report 2023: other dossiers ask for attention",
         "Part of that rate that other dossiers take away, and each project under way once more.",
         Applies::from});
    list.add("cooperation.phase_spread", &c.phase_spread,
             {"1", 0, 0.95, Basis::assumption, "model design",
              "A phase of a project lasts its months times 1 - spread to 1 + spread, evenly.",
              Applies::from});
    list.add("cooperation.unsupported_pace", &c.unsupported_pace,
             {"1", 0.1, 1, Basis::assumption, "the programme is meant to speed projects up",
              "Pace of a project without support, relative to one with it.", Applies::from});
}

static void list_programme(ParameterList& list, CooperationOptions& c)
{
    const auto phase = [&](const char* key, double& months, const char* what) {
        list.add(std::string("cooperation.months_") + key, &months,
                 {"months", 0.5, 120, Basis::assumption,
                  "report 2025: in May 2025 most projects were in the first two phases",
                  std::string("Time a supported project takes to ") + what + ".", Applies::from});
    };
    list.add("cooperation.programme_from", &c.programme_from,
             {"year", 2003, 2100, Basis::report, "report 2025: 1 November 2022",
              "Year in which the support programme and, with it, cooperation begin."});
    list.add("cooperation.programme_month", &c.programme_month,
             {"month", 1, 12, Basis::report, "report 2025: 1 November 2022",
              "Month in which it begins."});
    list.add(
        "cooperation.programme_until", &c.programme_until,
        {"year", 2003, 2100, Basis::assumption, "support is taken to go on",
         "Last year in which the programme takes requests and begins projects.", Applies::from});
    list.add("cooperation.programme_months_to_start", &c.programme_months_to_start,
             {"months", 0, 60, Basis::report, "report 2025: first projects in April 2023",
              "Months from its beginning to its first projects."});
    list.add("cooperation.requests_per_year", &c.requests_per_year,
             {"1/year", 0, 100000, Basis::report,
              "report 2025: 81 requests by November 2024, 101 by May 2025",
              "Requests for support by all tables together when the programme begins; later they "
              "follow urgency.",
              Applies::from, Grows::with_country});
    list.add("cooperation.taken", &c.taken,
             {"1", 0, 1, Basis::derived, "69 projects out of 101 requests, report 2025",
              "Share of the requests that becomes a supported project.", Applies::from});
    list.add("cooperation.intake_per_month", &c.intake_per_month,
             {"1/month", 0, 10000, Basis::fitted,
              "3 projects running in April and 26 in December 2023, report 2025",
              "Projects that the support team can begin in a month.", Applies::from,
              Grows::with_country});
    list.add(
        "cooperation.leaders_ask", &c.leaders_ask,
        {"1", 0, 5, Basis::assumption, "who leads needs less help",
         "Requests of leading regions relative to others of the same urgency.", Applies::from});
    list.add("cooperation.ghz_delay_years", &c.ghz_delay_years,
             {"years", 0, 20, Basis::assumption, "care for the disabled joined later",
              "Time until requests may be about care for the disabled."});
    phase("exploring", c.months_exploring, "find out what is wanted");
    phase("preparing", c.months_preparing, "make a plan");
    phase("realising", c.months_realising, "put the plan into practice");
    phase("securing", c.months_securing, "make it last");
    list.add("cooperation.support_cost", &c.support_cost,
             {"EUR/year", 0, 1000000, Basis::assumption, "about a fifth of an adviser",
              "Cost of supporting one project.", Applies::from});
}

static void list_funding(ParameterList& list, CooperationOptions& c)
{
    list.add(
        "cooperation.temporary_lapse", &c.temporary_lapse,
        {"1/year", 0, 4, Basis::assumption, "grants run for about three years",
         "Rate at which an initiative in force ends that runs on temporary money.", Applies::from});
    list.add(
        "cooperation.structural_lapse", &c.structural_lapse,
        {"1/year", 0, 4, Basis::assumption, "model design",
         "Rate at which an initiative in force ends that is paid structurally.", Applies::from});
    list.add("cooperation.conversion", &c.conversion,
             {"1/year", 0, 4, Basis::assumption, "5 to 10% a year; hard by report 2023",
              "Rate at which temporary money becomes structural.", Applies::from});
}

void list_cooperation(ParameterList& list, CooperationOptions& c)
{
    list_urgency(list, c);
    list_governance(list, c);
    list_measures(list, c);
    list_joint(list, c);
    list_programme(list, c);
    list_funding(list, c);
}

}  // namespace mgz
