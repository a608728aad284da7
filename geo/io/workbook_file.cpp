// SPDX-License-Identifier: EUPL-1.2
#include "geo/io/workbook_file.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <mutex>

#include "geo/check.h"
#include "geo/io/fields.h"
#include "geo/io/handles.h"

namespace geo::io {

/// The driver of workbooks is there to write: reading names the drivers that it may use.
static GDALDriverH workbook_driver()
{
    register_drivers();
    static std::once_flag once;
    std::call_once(once, [] { RegisterOGRXLSX(); });
    return GDALGetDriverByName("XLSX");
}

bool can_write_workbooks()
{
    return workbook_driver() != nullptr;
}

static constexpr auto what = "workbook", file_name = "tables.xlsx";

struct WorkbookFile::Inside {
    MemoryFolder folder;
    GdalMessages messages;
    Dataset dataset;
    OGRLayerH layer = nullptr;
    std::vector<Column> columns;
    OgrFeature row;
};

WorkbookFile::WorkbookFile() : inside_(std::make_unique<Inside>())
{
    auto& in = *inside_;
    in.dataset.reset(GDALCreate(workbook_driver(), in.folder.path(file_name).c_str(), 0, 0, 0,
                                GDT_Unknown, nullptr));
    in.messages.check(in.dataset != nullptr, what);
}

WorkbookFile::~WorkbookFile() = default;

void WorkbookFile::begin_sheet(const std::string& name, std::vector<Column> columns)
{
    auto& in = *inside_;
    in.row.reset();
    in.layer = GDALDatasetCreateLayer(in.dataset.get(), name.c_str(), nullptr, wkbNone, nullptr);
    in.messages.check(in.layer != nullptr, what);
    in.columns = std::move(columns);
    for (const Column& column : in.columns) {
        OGRFieldDefnH field = OGR_Fld_Create(column.name.c_str(), ogr_type(column.type));
        const OGRErr error = OGR_L_CreateField(in.layer, field, FALSE);
        OGR_Fld_Destroy(field);
        in.messages.check(error == OGRERR_NONE, what);
    }
    in.row.reset(OGR_F_Create(OGR_L_GetLayerDefn(in.layer)));
}

void WorkbookFile::add(std::span<const Value> row)
{
    auto& in = *inside_;
    expects(in.layer != nullptr && row.size() == in.columns.size());
    for (std::size_t i = 0; i < row.size(); ++i)
        set_value(in.row.get(), static_cast<int>(i), in.columns[i].type, row[i]);
    OGR_F_SetFID(in.row.get(), OGRNullFID);  // else the number that the row before was given
    const OGRErr error = OGR_L_CreateFeature(in.layer, in.row.get());
    if (error != OGRERR_NONE || in.messages.failed()) in.messages.check(false, what);
}

Bytes WorkbookFile::take()
{
    auto& in = *inside_;
    in.row.reset();
    in.layer = nullptr;
    close(std::move(in.dataset), in.messages, what);
    return in.folder.take(file_name);
}

}  // namespace geo::io
