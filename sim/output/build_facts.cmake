# SPDX-License-Identifier: EUPL-1.2
# Writes generated/build_facts.h: flags and versions of libraries, as found when this was configured.
string(TOUPPER "${CMAKE_BUILD_TYPE}" config)
set(MGZ_BUILD_FLAGS
    "${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${config}} $<JOIN:$<TARGET_PROPERTY:mgz_flags,INTERFACE_COMPILE_OPTIONS>, >")
set(versions
    "boost ${Boost_VERSION_STRING}" "cli11 ${CLI11_VERSION}" "eigen ${Eigen3_VERSION}"
    "fmt ${fmt_VERSION}" "nlohmann_json ${nlohmann_json_VERSION}" "nlopt ${NLopt_VERSION}"
    "openssl ${OPENSSL_VERSION}" "pugixml ${pugixml_VERSION}" "spdlog ${spdlog_VERSION}"
    "sqlite ${SQLite3_VERSION}" "tomlplusplus ${tomlplusplus_VERSION}")
set(MGZ_LIBRARIES "")
foreach(library ${versions})
    separate_arguments(library)
    list(GET library 0 name)
    list(LENGTH library parts)
    set(version "unknown")
    if(parts GREATER 1)
        list(GET library 1 version)
    endif()
    string(APPEND MGZ_LIBRARIES "{\"${name}\", \"${version}\"}, ")
endforeach()
configure_file(${CMAKE_CURRENT_LIST_DIR}/build_facts.h.in
               ${CMAKE_CURRENT_BINARY_DIR}/generated/build_facts.h.genex)
file(GENERATE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/generated/build_facts.h
     INPUT ${CMAKE_CURRENT_BINARY_DIR}/generated/build_facts.h.genex)
