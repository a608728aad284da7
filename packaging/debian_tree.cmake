# SPDX-License-Identifier: EUPL-1.2
# Runs in cpack between the installation into a folder of its own and the package made of that: what
# Debian wants to be different from an installation elsewhere.
include(${CMAKE_CURRENT_LIST_DIR}/source_date.cmake)
set(usr ${CPACK_TEMPORARY_DIRECTORY}/ALL_COMPONENTS_IN_ONE/usr)
if(NOT CPACK_TEMPORARY_DIRECTORY OR NOT EXISTS ${usr}/bin/mgz)
    message(FATAL_ERROR "There is no program in '${usr}'")
endif()
set(doc ${usr}/share/doc/mgz)

function(run)
    execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(RENAME ${usr}/share/zsh/site-functions ${usr}/share/zsh/vendor-completions)

# Two changelogs: ours, and that of the package.
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(RENAME ${doc}/CHANGELOG.md ${doc}/changelog)
file(WRITE ${doc}/changelog.Debian
"${CPACK_PACKAGE_NAME} (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium

  * Version ${CPACK_PACKAGE_VERSION}; what changed is in changelog.gz.

 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")
file(GLOB pages ${usr}/share/man/man1/*.1)
run(gzip -9n ${pages} ${doc}/changelog ${doc}/changelog.Debian)

configure_file(${CMAKE_CURRENT_LIST_DIR}/lintian-overrides ${usr}/share/lintian/overrides/mgz COPYONLY)
file(CHMOD_RECURSE ${doc} PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ
     DIRECTORY_PERMISSIONS ${CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS})
if(DEFINED ENV{SOURCE_DATE_EPOCH})
    run(find ${CPACK_TEMPORARY_DIRECTORY} -exec touch --no-dereference
        --date=@$ENV{SOURCE_DATE_EPOCH} {} +)
endif()
