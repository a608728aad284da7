// SPDX-License-Identifier: EUPL-1.2
#include "geo/io/handles.h"

#include <fmt/format.h>
#include <gdal_frmts.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <mutex>

#include "geo/check.h"

namespace geo::io {

/// GDAL's behaviour is the program's choice alone: what the environment or a file of settings says
/// could let a map run code, read other files or fetch some, or change how a file is read.
static void ignore_outside_settings()
{
    GetGDALDriverManager();  // reads the user's file of settings
    CPLSetConfigOptions(nullptr);
    // GDAL says that it ignores a variable by asking whether to say so: without end, for this one.
    unsetenv("CPL_DEBUG");
    constexpr std::string_view rules = "[directives]\nignore-env-vars=yes\n";
    const MemoryFolder folder;
    const std::string file = folder.path("gdalrc");
    VSILFILE* written = VSIFOpenL(file.c_str(), "wb");
    if (written == nullptr) throw RunError("GDAL has no memory");
    VSIFWriteL(rules.data(), 1, rules.size(), written);
    VSIFCloseL(written);
    CPLLoadConfigOptionsFromFile(file.c_str(), FALSE);
    OSRSetPROJEnableNetwork(FALSE);
}

void register_drivers()
{
    static std::once_flag once;
    std::call_once(once, [] {
        ignore_outside_settings();
        RegisterOGRShape();
        RegisterOGRGeoPackage();
        RegisterOGRGeoJSON();
        RegisterOGRCSV();
        RegisterOGRFlatGeobuf();
        GDALRegister_MEM();
        GDALRegister_GTiff();
        GDALRegister_COG();
    });
}

GdalMessages::GdalMessages()
{
    CPLPushErrorHandlerEx(hear, this);
}

GdalMessages::~GdalMessages()
{
    CPLPopErrorHandler();
}

void CPL_STDCALL GdalMessages::hear(CPLErr level, CPLErrorNum, const char* message)
{
    auto* self = static_cast<GdalMessages*>(CPLGetErrorHandlerUserData());
    std::string line(message == nullptr ? "" : message);
    std::replace(line.begin(), line.end(), '\n', ' ');
    if (level == CE_Failure || level == CE_Fatal)
        self->failures_.push_back(std::move(line));
    else if (level == CE_Warning)
        self->warnings_.push_back(std::move(line));
}

void GdalMessages::check(bool good, const std::string& what) const
{
    if (failed()) throw RunError(fmt::format("{}: {}", what, failure()));
    if (!good) throw RunError(fmt::format("{}: GDAL gave no reason", what));
}

ThreadOption::ThreadOption(const char* key, const char* value) : key_(key)
{
    if (const char* before = CPLGetThreadLocalConfigOption(key, nullptr)) {
        before_ = before;
        had_ = true;
    }
    CPLSetThreadLocalConfigOption(key, value);
}

ThreadOption::~ThreadOption()
{
    CPLSetThreadLocalConfigOption(key_, had_ ? before_.c_str() : nullptr);
}

Options::Options(std::initializer_list<std::pair<const char*, std::string>> pairs)
{
    for (const auto& [key, value] : pairs)
        set(key, value);
}

void Options::set(const char* key, const std::string& value)
{
    list_ = CSLSetNameValue(list_, key, value.c_str());
}

static std::string new_memory_folder()
{
    static std::atomic<unsigned long> counter{0};
    return fmt::format("/vsimem/mgz-{}", ++counter);
}

MemoryFolder::MemoryFolder() : folder_(new_memory_folder()) {}

MemoryFolder::~MemoryFolder()
{
    VSIRmdirRecursive(folder_.c_str());
}

Bytes MemoryFolder::take(const std::string& name) const
{
    vsi_l_offset length = 0;
    const GByte* data = VSIGetMemFileBuffer(path(name).c_str(), &length, FALSE);
    if (data == nullptr) throw RunError(fmt::format("{}: GDAL made no such file", name));
    const auto* from = reinterpret_cast<const std::byte*>(data);
    Bytes bytes(from, from + length);
    VSIUnlink(path(name).c_str());
    return bytes;
}

std::vector<std::string> MemoryFolder::names() const
{
    char** listed = VSIReadDir(folder_.c_str());
    std::vector<std::string> names;
    for (char** name = listed; name != nullptr && *name != nullptr; ++name) {
        if (std::strcmp(*name, ".") != 0 && std::strcmp(*name, "..") != 0) names.push_back(*name);
    }
    CSLDestroy(listed);
    std::sort(names.begin(), names.end());
    return names;
}

void close(Dataset dataset, const GdalMessages& messages, const std::string& what)
{
    dataset.reset();
    messages.check(true, what);
}

}  // namespace geo::io
