// SPDX-License-Identifier: EUPL-1.2
#include "geo/io/table_file.h"

#include <gdal_priv.h>

#include <mutex>

#include "geo/check.h"
#include "geo/io/fields.h"
#include "geo/io/gpkg_extras.h"
#include "geo/io/handles.h"

namespace geo::io {

static const char* driver_name(TableFormat format)
{
    return format == TableFormat::gpkg ? "GPKG" : "Parquet";
}

/// The driver for the format; none where this GDAL lacks it. Parquet comes as a plugin, and plugins
/// are looked for only when somebody asks for one.
static GDALDriverH driver_of(TableFormat format)
{
    register_drivers();
    if (format == TableFormat::parquet) {
        static std::once_flag once;
        std::call_once(once, [] { GetGDALDriverManager()->AutoLoadDrivers(); });
    }
    GDALDriverH driver = GDALGetDriverByName(driver_name(format));
    const bool writes = driver && GDALGetMetadataItem(driver, GDAL_DCAP_CREATE, nullptr);
    return writes ? driver : nullptr;
}

bool can_write(TableFormat format)
{
    const GdalMessages unheard;
    return driver_of(format) != nullptr;
}

struct TableFile::Inside {
    std::string shown;
    std::string name;
    TableFormat format = TableFormat::gpkg;
    std::vector<Column> columns;
    GdalMessages messages;
    FixedDate same_date;
    /// Made under another name and synced by the caller; a crash leaves nothing to protect.
    ThreadOption no_sync{"OGR_SQLITE_SYNCHRONOUS", "OFF"};
    Dataset dataset;
    OGRLayerH layer = nullptr;
    OgrFeature row;

    void create(const std::string& path);
    void add_columns();
};

void TableFile::Inside::create(const std::string& path)
{
    Options options, how;
    if (format == TableFormat::gpkg) {
        options.set("VERSION", gpkg_version);
        how.set("FID", "fid");
    }
    dataset.reset(GDALCreate(driver_of(format), path.c_str(), 0, 0, 0, GDT_Unknown, options.get()));
    messages.check(dataset != nullptr, shown);
    if (GDALDatasetTestCapability(dataset.get(), ODsCTransactions))
        GDALDatasetStartTransaction(dataset.get(), FALSE);
    layer = GDALDatasetCreateLayer(dataset.get(), name.c_str(), nullptr, wkbNone, how.get());
    messages.check(layer != nullptr, shown);
}

void TableFile::Inside::add_columns()
{
    for (const Column& column : columns) {
        OGRFieldDefnH field = OGR_Fld_Create(column.name.c_str(), ogr_type(column.type));
        const OGRErr error = OGR_L_CreateField(layer, field, FALSE);
        OGR_Fld_Destroy(field);
        messages.check(error == OGRERR_NONE, shown);
    }
    row.reset(OGR_F_Create(OGR_L_GetLayerDefn(layer)));
}

TableFile::TableFile(const std::string& path, std::string shown, TableFormat format,
                     const std::string& layer, std::vector<Column> columns)
    : inside_(std::make_unique<Inside>())
{
    inside_->shown = std::move(shown);
    inside_->name = layer;
    inside_->format = format;
    inside_->columns = std::move(columns);
    inside_->create(path);
    inside_->add_columns();
}

TableFile::~TableFile() = default;

void TableFile::add(std::span<const Value> row)
{
    auto& in = *inside_;
    expects(row.size() == in.columns.size());
    for (std::size_t i = 0; i < row.size(); ++i)
        set_value(in.row.get(), static_cast<int>(i), in.columns[i].type, row[i]);
    OGR_F_SetFID(in.row.get(), OGRNullFID);  // else the number that the row before was given
    const OGRErr error = OGR_L_CreateFeature(in.layer, in.row.get());
    if (error != OGRERR_NONE || in.messages.failed()) in.messages.check(false, in.shown);
}

void TableFile::close()
{
    auto& in = *inside_;
    in.row.reset();
    if (in.format == TableFormat::gpkg) describe_columns(in.dataset.get(), in.name, in.columns);
    if (GDALDatasetTestCapability(in.dataset.get(), ODsCTransactions)) {
        const OGRErr error = GDALDatasetCommitTransaction(in.dataset.get());
        in.messages.check(error == OGRERR_NONE, in.shown);
    }
    geo::io::close(std::move(in.dataset), in.messages, in.shown);
}

}  // namespace geo::io
