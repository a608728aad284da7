# SPDX-License-Identifier: EUPL-1.2
# The date that everything made gets: SOURCE_DATE_EPOCH (reproducible-builds.org) if it is set, else
# that of the commit; of no use without either.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
    execute_process(
        COMMAND git -c safe.directory=* -C ${CMAKE_CURRENT_LIST_DIR} log -1 --format=%ct
        OUTPUT_VARIABLE seconds OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(seconds)
        set(ENV{SOURCE_DATE_EPOCH} ${seconds})
    endif()
endif()
