# cellbook_embed(OUTPUT name.cpp HEADER name.hpp FILES a.toml b.sql ...)
#
# Turns each file into a function of namespace cellbook::schemas that returns its text as a
# std::string_view: kinds.toml -> kinds_toml(). The bytes are written as numbers, since a string
# literal has a length limit that compilers do not agree on.
function(cellbook_embed)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "OUTPUT;HEADER" "FILES")
    set(absolute_files "")
    foreach(file IN LISTS arg_FILES)
        list(APPEND absolute_files "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
    endforeach()
    list(JOIN absolute_files "|" joined_files)
    add_custom_command(
        OUTPUT "${arg_OUTPUT}" "${arg_HEADER}"
        COMMAND "${CMAKE_COMMAND}"
            "-DFILES=${joined_files}" "-DOUTPUT=${arg_OUTPUT}" "-DHEADER=${arg_HEADER}"
            -P "${PROJECT_SOURCE_DIR}/cmake/embed_files.cmake"
        DEPENDS ${absolute_files} "${PROJECT_SOURCE_DIR}/cmake/embed_files.cmake"
        COMMENT "Embedding schemas"
        VERBATIM)
endfunction()
