# cmake --install, and find_package(cellbook) for those who build on the library.
include(CMakePackageConfigHelpers)

# Headers include each other as "ledger/date.hpp", so they live below a folder of their own.
set(cellbook_include_dir "${CMAKE_INSTALL_INCLUDEDIR}/cellbook")
set(cellbook_package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/cellbook")

foreach(library IN ITEMS cellbook_ledger cellbook_market)
    target_include_directories(${library} INTERFACE
        "$<INSTALL_INTERFACE:${cellbook_include_dir}>")
endforeach()

install(TARGETS cellbook_ledger cellbook_market cellbook_schemas
    EXPORT cellbook-targets
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
    FILE_SET HEADERS DESTINATION "${cellbook_include_dir}")
install(EXPORT cellbook-targets
    NAMESPACE cellbook::
    DESTINATION "${cellbook_package_dir}")

configure_package_config_file(
    "${PROJECT_SOURCE_DIR}/cmake/cellbook-config.cmake.in"
    "${PROJECT_BINARY_DIR}/cellbook-config.cmake"
    INSTALL_DESTINATION "${cellbook_package_dir}")
# Before 1.0 a minor version may change the interface.
write_basic_package_version_file(
    "${PROJECT_BINARY_DIR}/cellbook-config-version.cmake"
    COMPATIBILITY SameMinorVersion)
install(FILES
    "${PROJECT_BINARY_DIR}/cellbook-config.cmake"
    "${PROJECT_BINARY_DIR}/cellbook-config-version.cmake"
    "${PROJECT_SOURCE_DIR}/cmake/Findutf8proc.cmake"
    DESTINATION "${cellbook_package_dir}")

install(TARGETS cellbook RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES README.md LICENSE CHANGELOG.md TYPE DOC)
install(FILES cmake/cellbook.bash-completion
    DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions"
    RENAME cellbook)
install(FILES cmake/cellbook.zsh-completion
    DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions"
    RENAME _cellbook)
install(FILES cmake/cellbook.fish-completion
    DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d"
    RENAME cellbook.fish)

# A program built for another machine cannot be asked for its help.
if(NOT CMAKE_CROSSCOMPILING)
    set(man_page "${PROJECT_BINARY_DIR}/cellbook.1")
    add_custom_command(OUTPUT "${man_page}"
        COMMAND "${CMAKE_COMMAND}" "-DPROGRAM=$<TARGET_FILE:cellbook>"
            "-DVERSION=${PROJECT_VERSION}" "-DOUTPUT=${man_page}"
            -P "${PROJECT_SOURCE_DIR}/cmake/man_page.cmake"
        DEPENDS cellbook "${PROJECT_SOURCE_DIR}/cmake/man_page.cmake"
        COMMENT "Writing the man page from --help"
        VERBATIM)
    add_custom_target(cellbook_man ALL DEPENDS "${man_page}")
    install(FILES "${man_page}" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
endif()
