// SPDX-License-Identifier: EUPL-1.2
/// build_shapefiles SOURCE_DIR OUT_DIR: make the default geography of shapefiles/ from
/// shapefiles/source/*.csv. For developers; its results are committed.

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>

#include "geo/check.h"
#include "geo/io/layer_io.h"
#include "tools/build_shapefiles/default_geography.h"

static void write(const std::filesystem::path& path, const geo::io::Bytes& bytes)
{
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) throw geo::RunError(path.string() + ": cannot be written");
}

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::fputs("usage: build_shapefiles SOURCE_DIR OUT_DIR\n", stderr);
        return 2;
    }
    try {
        const std::filesystem::path out = argv[2];
        std::filesystem::create_directories(out);
        for (const geo::io::Layer& layer : tools::default_geography(argv[1])) {
            for (const geo::io::NamedBytes& file : geo::io::make_shapefile(layer)) {
                write(out / file.name, file.bytes);
            }
            std::printf("%s: %zu features\n", layer.name.c_str(), layer.features.size());
        }
    } catch (const geo::InputError& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
