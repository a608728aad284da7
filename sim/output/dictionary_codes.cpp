// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/dictionary_codes.h"

#include "sim/output/dictionary_columns.h"
#include "sim/score/shortage.h"

namespace mgz {

std::vector<CodeEntry> profession_codes()
{
    return {{std::string(name_of(Profession::gp)), "-", "General practitioner."},
            {std::string(name_of(Profession::so)), "-",
             "Elderly care physician (specialist ouderengeneeskunde)."},
            {std::string(name_of(Profession::avg)), "-",
             "Physician for the intellectually disabled (arts verstandelijk gehandicapten)."}};
}

std::vector<CodeEntry> score_codes()
{
    auto codes = profession_codes();
    codes.push_back({std::string(combined_name), "-",
                     "The score of medical-generalist care: the mean of huisarts and so."});
    return codes;
}

std::vector<CodeEntry> figure_codes()
{
    const std::array<CodeEntry, figure_count> entries{{
        {"", "FTE", "FTE that the people of the area need."},
        {"", "FTE", "FTE that the people of the area get, from all sources."},
        {"", "FTE", "FTE of physicians with a fixed place in the area."},
        {"", "FTE", "FTE of changing locums at work in the area."},
        {"", "FTE", "FTE that trainees do in the area, less the time of their supervisors."},
        {"", "FTE", "FTE had from institutions elsewhere, less FTE given to them."},
        {"", "1", "Share of the need that is not met: max(0, 1 - fte / need), per replicate."},
        {"", "heads", "Physicians with a fixed place in the area."},
        {"", "heads", "Owners of general practices in the area."},
        {"", "heads",
         "Physicians with a diploma of at most five years; changing locums where they live."},
        {"", "positions", "Open positions."},
        {"", "FTE",
         "FTE of physicians that nurse practitioners, physician assistants and basic doctors do; "
         "part of fte."},
        {"", "FTE", "FTE bought from commercial agencies; not part of fte."},
        {"", "FTE", "FTE needed by clients outside the own house, hours by contract included."},
        {"", "FTE", "FTE given to them."},
    }};
    return explained(figure_names, entries);
}

std::vector<CodeEntry> cause_codes()
{
    const std::array<CodeEntry, cause_count> entries{{
        {"", "FTE", "Retirement."},
        {"", "FTE", "Leaving the profession before retirement."},
        {"", "FTE", "Physicians working more or fewer hours than the year before."},
        {"", "FTE", "Owners who became employed."},
        {"", "FTE", "First fixed place after the diploma."},
        {"", "FTE", "Changing locums who took a fixed place."},
        {"", "FTE", "Physicians who had a place elsewhere before."},
        {"", "FTE", "Physicians who went to another employer."},
        {"", "FTE", "Staff of practices that closed."},
        {"", "FTE", "Change in the hours of changing locums."},
        {"", "FTE", "Change in the work of trainees."},
        {"", "FTE",
         "Change in the hours that institutions of different regions have by contract, as far as "
         "nobody withdraws."},
        {"", "FTE", "Change in those hours because institutions withdraw behind their own walls."},
        {"", "FTE", "Change in the hours that institutions share with others."},
        {"", "FTE",
         "Change in what nurse practitioners, physician assistants and basic doctors do."},
        {"", "FTE", "Change in the FTE bought from commercial agencies; not part of fte."},
        {"", "FTE", "Change in the FTE that commercial agencies drew away."},
    }};
    return explained(cause_names, entries);
}

std::vector<CodeEntry> employer_kind_codes()
{
    const std::array<CodeEntry, 4> entries{{
        {"", "-", "General practice; employs huisarts."},
        {"", "-", "Organisation of nursing, care and home care; employs so."},
        {"", "-", "Organisation for disabled people; employs avg."},
        {"", "-", "Small-scale living home; employs no physician of its own."},
    }};
    return explained(employer_kind_names, entries);
}

std::vector<CodeEntry> class_codes()
{
    const std::array<CodeEntry, 3> entries{{
        {"", "-", "Shortage below 0.05: none yet, expected."},
        {"", "-", "Shortage from 0.05 and below 0.10: felt."},
        {"", "-", "Shortage of 0.10 or more: acute."},
    }};
    return explained(shortage_class_names, entries);
}

}  // namespace mgz
