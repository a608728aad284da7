# SPDX-License-Identifier: EUPL-1.2
# find_package(mgz) for programs of one's own: mgz::geo, and mgz::sim with all that it rests on. Headers
# are included as here: "sim/study/replicates.h".
include(CMakePackageConfigHelpers)
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/mgz)

foreach(target flags geo geo_io model show sim)
    set(library mgz_${target})
    if(target MATCHES "^geo")
        set(library ${target})
    endif()
    set_target_properties(${library} PROPERTIES EXPORT_NAME ${target})
    install(TARGETS ${library} EXPORT mgz
            ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}/mgz COMPONENT dev)
endforeach()
install(EXPORT mgz NAMESPACE mgz:: FILE mgzTargets.cmake DESTINATION ${package} COMPONENT dev)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/geo ${PROJECT_SOURCE_DIR}/sim
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/mgz COMPONENT dev
        FILES_MATCHING PATTERN "*.h"
        PATTERN sim/sweep EXCLUDE PATTERN sim/sensitivity EXCLUDE
        PATTERN sim/report EXCLUDE PATTERN sim/picture EXCLUDE)

configure_package_config_file(mgzConfig.cmake.in mgzConfig.cmake INSTALL_DESTINATION ${package})
# Until 1.0.0 a minor version may change what the headers say.
write_basic_package_version_file(mgzConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/mgzConfig.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/mgzConfigVersion.cmake
        DESTINATION ${package} COMPONENT dev)
