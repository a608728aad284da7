# SPDX-License-Identifier: EUPL-1.2
# A Debian package of the program, for the release it is built on: cd build/release && cpack -G DEB.
# Libraries and headers for programs of one's own are left out until their interface is settled.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME mgz)
set(CPACK_PACKAGE_VENDOR "The mgz authors")
set(CPACK_PACKAGE_CONTACT "mgz developers <mgz@users.example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
string(REGEX REPLACE "^G" "g" CPACK_PACKAGE_DESCRIPTION_SUMMARY "${CPACK_PACKAGE_DESCRIPTION_SUMMARY}")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"mgz simulates where general practitioners, elderly care physicians and
physicians for the intellectually disabled train, settle, move and stop in
the Netherlands, quarter by quarter, and maps where care falls short.
.
It comes with a default geography, ready scenarios and policies to compare.
Its results are maps (GeoPackage, GeoJSON, rasters, a project for QGIS),
tables, and a report for the browser.")
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# The component program alone, in a package without its name.
set(CPACK_COMPONENTS_ALL program)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Maps are drawn with these letters: the same on every machine.
set(CPACK_DEBIAN_PACKAGE_DEPENDS fonts-liberation)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "qgis, slurm-client")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_SOURCE_DIR}/source_date.cmake)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/debian_tree.cmake)
include(CPack)
