# SPDX-License-Identifier: EUPL-1.2
# For developers: the default geography from its source tables.
add_library(default_geography STATIC build_shapefiles/default_geography.cpp)
target_link_libraries(default_geography PUBLIC geo_io PRIVATE fmt::fmt)
add_executable(build_shapefiles build_shapefiles.cpp)
target_link_libraries(build_shapefiles PRIVATE default_geography)
