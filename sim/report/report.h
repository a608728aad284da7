// SPDX-License-Identifier: EUPL-1.2
/// report.html: one page, complete in itself, made of folders that mgz left behind.
#pragma once

#include <string>
#include <vector>

#include "sim/report/folder.h"
#include "sim/report/page_json.h"

namespace mgz::report {

/// Everything the folders say, for the page. Errors (InputError): a file is missing or broken, is
/// of another release, or the folders are over different geographies.
PageData read_folders(const std::vector<Folder>& folders);

/// The page. A function of the files in the folders, the template and the release: no path, no
/// time. \param page_template report/dist/report.html, with its places to be filled
/// Errors (InputError): as read_folders(); a template without one of its places.
std::string report_html(const std::vector<Folder>& folders, const std::string& page_template,
                        PageLanguage language);

/// The same places filled with given texts. \param title any text  \param data of the page, JSON
std::string filled_template(const std::string& page_template, const std::string& title,
                            const std::string& data, PageLanguage language);

}  // namespace mgz::report
