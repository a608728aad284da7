# SPDX-License-Identifier: EUPL-1.2
# Runs before files are installed: manual pages, completion and the list of parts (SPDX), made by and
# of the program itself. Given: mgz_program, mgz_made (the folder to make), mgz_python (may be missing).
include(${CMAKE_CURRENT_LIST_DIR}/source_date.cmake)
file(REMOVE_RECURSE ${mgz_made})
file(MAKE_DIRECTORY ${mgz_made}/completion)
execute_process(COMMAND ${mgz_program} manual -o ${mgz_made}/man1 COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${mgz_program} completion bash OUTPUT_FILE ${mgz_made}/completion/mgz
                COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${mgz_program} completion zsh OUTPUT_FILE ${mgz_made}/completion/_mgz
                COMMAND_ERROR_IS_FATAL ANY)

find_program(mgz_dpkg dpkg-query)
if(mgz_python AND mgz_dpkg)
    execute_process(
        COMMAND ${mgz_python} ${CMAKE_CURRENT_LIST_DIR}/sbom.py ${mgz_program} -o ${mgz_made}/mgz.spdx.json
        COMMAND_ERROR_IS_FATAL ANY)
else()
    message(STATUS "No mgz.spdx.json: it needs Python and dpkg-query")
endif()
