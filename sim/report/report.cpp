// SPDX-License-Identifier: EUPL-1.2
#include "sim/report/report.h"

#include <fmt/format.h>

#include <array>

#include "geo/check.h"
#include "sim/report/geography.h"
#include "sim/report/pack.h"
#include "sim/report/page_builder.h"

namespace mgz::report {

using geo::InputError;

/// Runs and comparisons know all areas; sensitivities may leave some out.
static Geography geography_of(const std::vector<Folder>& folders)
{
    Geography geography;
    for (const bool partial : {false, true}) {
        for (const auto& folder : folders) {
            if (partial != (folder.kind == FolderKind::sensitivity)) continue;
            join(geography, read_geography(folder), folder);
        }
    }
    return geography;
}

/// Centres and distances: of the first folder that has them.
static void read_training(const std::vector<Folder>& folders, PageBuilder& page)
{
    for (const auto& folder : folders) {
        if (folder.kind == FolderKind::sensitivity) continue;
        const bool is_run = folder.kind == FolderKind::run;
        page.data.centres = read_centres(folder.file(is_run ? "shortage.gpkg" : "difference.gpkg"));
        read_distances(folder, page);
        return;
    }
}

PageData read_folders(const std::vector<Folder>& folders)
{
    if (folders.empty()) throw InputError("report", "is given no folder", "name one or more");
    PageBuilder page(geography_of(folders));
    for (const auto& folder : folders) {
        switch (folder.kind) {
            case FolderKind::run:
                read_run(folder, page);
                break;
            case FolderKind::comparison:
                read_comparison(folder, page);
                break;
            case FolderKind::sensitivity:
                read_sensitivity(folder, page);
                break;
        }
    }
    read_training(folders, page);
    const auto& manifest = folders.front().manifest;
    page.data.note = member<std::string>(folders.front(), manifest, "note");
    for (const auto& folder : folders) {
        const auto said = folder.manifest.find("attribution");
        if (said == folder.manifest.end() || !said->is_string()) continue;
        const auto text = said->get<std::string>();
        if (page.data.attribution.find(text) != std::string::npos) continue;
        if (!page.data.attribution.empty()) page.data.attribution += "; ";
        page.data.attribution += text;
    }
    return page.finish();
}

static std::string escaped(const std::string& text)
{
    std::string html;
    for (const char c : text) {
        switch (c) {
            case '&':
                html += "&amp;";
                break;
            case '<':
                html += "&lt;";
                break;
            case '>':
                html += "&gt;";
                break;
            case '"':
                html += "&quot;";
                break;
            case '\'':
                html += "&#39;";
                break;
            default:
                html += c;
        }
    }
    return html;
}

std::string filled_template(const std::string& page_template, const std::string& title,
                            const std::string& data, PageLanguage language)
{
    // Of places in the template only, so that a title cannot hold one.
    struct Place {
        std::string mark, text;
    };
    const std::array<Place, 3> places{{{"@MGZ_LANG@", std::string(code_of(language))},
                                       {"@MGZ_TITLE@", escaped(title)},
                                       {"@MGZ_DATA@", base64(deflated(data))}}};
    std::string html;
    std::array<int, 3> found{};
    for (std::size_t at = 0; at < page_template.size();) {
        std::size_t next = page_template.size();
        const Place* place = nullptr;
        for (const Place& candidate : places) {
            const auto here = page_template.find(candidate.mark, at);
            if (here >= next) continue;
            next = here;
            place = &candidate;
        }
        html.append(page_template, at, next - at);
        if (place == nullptr) break;
        ++found[static_cast<std::size_t>(place - places.data())];
        html += place->text;
        at = next + place->mark.size();
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (found[i] == 1) continue;
        throw InputError("report/dist/report.html",
                         fmt::format("holds {} {} times", places[i].mark, found[i]),
                         "install the template of this release");
    }
    return html;
}

std::string report_html(const std::vector<Folder>& folders, const std::string& page_template,
                        PageLanguage language)
{
    const PageData data = read_folders(folders);
    return filled_template(page_template, title_of(data, language), page_json(data, language),
                           language);
}

}  // namespace mgz::report
