# SPDX-License-Identifier: EUPL-1.2
# Writes generated/program_revision.h: what version of the source this build was configured from.
find_package(Git QUIET)
set(MGZ_PROGRAM_REVISION "unknown")
if(GIT_FOUND AND EXISTS ${PROJECT_SOURCE_DIR}/.git)
    # The checkout may belong to another user than the one who builds.
    execute_process(
        COMMAND ${GIT_EXECUTABLE} -c safe.directory=* -C ${PROJECT_SOURCE_DIR}
                describe --always --dirty
        OUTPUT_VARIABLE described RESULT_VARIABLE failed ERROR_QUIET
        OUTPUT_STRIP_TRAILING_WHITESPACE)
    if(NOT failed)
        set(MGZ_PROGRAM_REVISION ${described})
    endif()
    # Configure again after a commit or a checkout; of a worktree the log lies elsewhere.
    execute_process(
        COMMAND ${GIT_EXECUTABLE} -c safe.directory=* -C ${PROJECT_SOURCE_DIR}
                rev-parse --git-path logs/HEAD
        OUTPUT_VARIABLE log ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
    get_filename_component(log "${log}" ABSOLUTE BASE_DIR ${PROJECT_SOURCE_DIR})
    if(EXISTS ${log} AND NOT IS_DIRECTORY ${log})
        set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${log})
    endif()
endif()
configure_file(${CMAKE_CURRENT_LIST_DIR}/program_revision.h.in
               ${CMAKE_CURRENT_BINARY_DIR}/generated/program_revision.h)
