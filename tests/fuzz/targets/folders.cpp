// SPDX-License-Identifier: EUPL-1.2
// The folders that a run, a comparison and a sensitivity leave, as a page, an explanation, a map
// and a workbook read them. The first line of the bytes is the file, "run/regions.csv".
#include <string_view>

#include "sim/output/run_folder.h"
#include "sim/output/workbook.h"
#include "sim/picture/map_request.h"
#include "sim/report/geography.h"
#include "sim/report/page_builder.h"
#include "sim/report/page_json.h"
#include "tests/fuzz/fuzz.h"
#include "tests/sim/output/small_comparison.h"
#include "tests/sim/output/small_run.h"
#include "tests/sim/sensitivity/small_sweep.h"

namespace {

namespace report = mgz::report;

const fuzz::Place& left_places()
{
    static const fuzz::Place made("folders", [](const std::string& folder) {
        std::filesystem::create_directory(folder);
        support::SmallRun().write(folder + "/run");
        support::SmallComparison().write(folder + "/comparison");
        support::write_sweep(support::ishigami_sweep(8), folder + "/sensitivity");
    });
    return made;
}

/// Maps are layers, which have a target of their own; here they stay good and are read once.
const report::Geography& geography_of(const report::Folder& folder)
{
    static const auto of_kind = [] {
        std::map<report::FolderKind, report::Geography> all;
        for (const char* name : {"run", "comparison", "sensitivity"}) {
            const auto good = report::open_folder(left_places().path() + "/" + name);
            all[good.kind] = report::read_geography(good);
        }
        return all;
    }();
    return of_kind.at(folder.kind);
}

void prepare()
{
    geography_of(report::open_folder(left_places().path() + "/run"));
}

std::string folder_of(const std::string& file)
{
    return left_places().path() + "/" + file.substr(0, file.find('/'));
}

void read_page(std::string_view bytes)
{
    left_places().with(bytes, [](const std::string& file) {
        const auto folder = report::open_folder(folder_of(file));
        report::PageBuilder page(geography_of(folder));
        switch (folder.kind) {
            case report::FolderKind::run:
                report::read_run(folder, page);
                break;
            case report::FolderKind::comparison:
                report::read_comparison(folder, page);
                break;
            case report::FolderKind::sensitivity:
                report::read_sensitivity(folder, page);
                break;
        }
        if (folder.kind != report::FolderKind::sensitivity) report::read_distances(folder, page);
        const auto data = page.finish();
        const auto json = report::page_json(data, report::PageLanguage::english);
        if (!report::Json::accept(json)) fuzz::fault("a page whose data are not JSON");
    });
}

void read_explained(std::string_view bytes)
{
    left_places().with(bytes, [](const std::string& file) {
        const auto run = mgz::read_run_folder(folder_of(file));
        if (run.fte.table.size() != run.fte.regions.size()) fuzz::fault("regions without figures");
    });
}

void read_picture(std::string_view bytes)
{
    left_places().with(bytes, [](const std::string& file) {
        const auto folder = report::open_folder(folder_of(file));
        mgz::picture::read_map(folder, {});
    });
}

void read_tables(std::string_view bytes)
{
    left_places().with(bytes, [](const std::string& file) { mgz::make_workbook(folder_of(file)); });
}

const fuzz::Registered page_target{{"page", read_page, 4, true, prepare}};
const fuzz::Registered explained_target{{"explain", read_explained, 4, true, prepare}};
const fuzz::Registered picture_target{{"map", read_picture, 2, true, prepare}};
const fuzz::Registered tables_target{{"export", read_tables, 1, true, prepare}};

}  // namespace
