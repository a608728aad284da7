// SPDX-License-Identifier: EUPL-1.2
/// The data of the page as JSON: what report/src reads.
#pragma once

#include <string>

#include "sim/report/page_data.h"

namespace mgz::report {

enum class PageLanguage : unsigned char { english, dutch };
/// "en", "nl".
std::string_view code_of(PageLanguage language);

/// What the page is called.
std::string title_of(const PageData& data, PageLanguage language);

/// Format 1. Figures are whole numbers, times the scale of their indicator; see delta_list().
std::string page_json(const PageData& data, PageLanguage language);

}  // namespace mgz::report
