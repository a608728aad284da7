// SPDX-License-Identifier: EUPL-1.2
/// Inside geo_io only: GDAL's handles with an owner each, its messages collected, its files kept
/// in memory. Public headers never include this.
#pragma once

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "geo/io/layer_io.h"

namespace geo::io {

struct Release {
    void operator()(std::remove_pointer_t<GDALDatasetH>* dataset) const { GDALClose(dataset); }
};
struct ReleaseFeature {
    void operator()(std::remove_pointer_t<OGRFeatureH>* feature) const { OGR_F_Destroy(feature); }
};
struct ReleaseGeometry {
    void operator()(std::remove_pointer_t<OGRGeometryH>* geometry) const
    {
        OGR_G_DestroyGeometry(geometry);
    }
};
struct ReleaseSrs {
    void operator()(std::remove_pointer_t<OGRSpatialReferenceH>* srs) const { OSRRelease(srs); }
};
struct ReleaseTransform {
    void operator()(std::remove_pointer_t<OGRCoordinateTransformationH>* transform) const
    {
        OCTDestroyCoordinateTransformation(transform);
    }
};

using Dataset = std::unique_ptr<std::remove_pointer_t<GDALDatasetH>, Release>;
using OgrFeature = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, ReleaseFeature>;
using OgrGeometry = std::unique_ptr<std::remove_pointer_t<OGRGeometryH>, ReleaseGeometry>;
using Srs = std::unique_ptr<std::remove_pointer_t<OGRSpatialReferenceH>, ReleaseSrs>;
using Transform =
    std::unique_ptr<std::remove_pointer_t<OGRCoordinateTransformationH>, ReleaseTransform>;

/// Register the drivers of layer_io.h and raster_io.h, once; no others are ever used. Before that,
/// GDAL is made deaf to settings in the environment and in files, and PROJ to its network.
void register_drivers();

/// While one of these lives, GDAL's messages on this thread are kept here and printed nowhere.
class GdalMessages {
public:
    GdalMessages();
    ~GdalMessages();
    GdalMessages(const GdalMessages&) = delete;
    GdalMessages& operator=(const GdalMessages&) = delete;

    bool failed() const { return !failures_.empty(); }
    /// The first failure, on one line; "" when there is none.
    std::string failure() const { return failed() ? failures_.front() : std::string{}; }
    const std::vector<std::string>& warnings() const { return warnings_; }
    void forget() { failures_.clear(), warnings_.clear(); }
    /// RunError "what: message" when a failure was heard or `good` is false: for work that only a
    /// lack of memory or a fault of ours can spoil.
    void check(bool good, const std::string& what) const;

private:
    static void CPL_STDCALL hear(CPLErr level, CPLErrorNum number, const char* message);
    std::vector<std::string> failures_;
    std::vector<std::string> warnings_;
};

/// A configuration option of this thread, put back at the end.
class ThreadOption {
public:
    ThreadOption(const char* key, const char* value);
    ~ThreadOption();
    ThreadOption(const ThreadOption&) = delete;
    ThreadOption& operator=(const ThreadOption&) = delete;

private:
    const char* key_;
    std::string before_;
    bool had_ = false;
};

/// A list of KEY=VALUE as GDAL wants it.
class Options {
public:
    Options() = default;
    Options(std::initializer_list<std::pair<const char*, std::string>> pairs);
    ~Options() { CSLDestroy(list_); }
    Options(const Options&) = delete;
    Options& operator=(const Options&) = delete;
    void set(const char* key, const std::string& value);
    char** get() const { return list_; }

private:
    char** list_ = nullptr;
};

/// A folder of GDAL's memory under a name of its own; everything in it goes when this goes.
class MemoryFolder {
public:
    MemoryFolder();
    ~MemoryFolder();
    MemoryFolder(const MemoryFolder&) = delete;
    MemoryFolder& operator=(const MemoryFolder&) = delete;
    std::string path(const std::string& name) const { return folder_ + "/" + name; }
    /// Take the bytes of a file out. RunError when it is not there.
    Bytes take(const std::string& name) const;
    /// Names of the files, sorted.
    std::vector<std::string> names() const;

private:
    std::string folder_;
};

/// Close, and hear what went wrong in the last writes.
void close(Dataset dataset, const GdalMessages& messages, const std::string& what);

}  // namespace geo::io
