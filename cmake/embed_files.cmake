# Script of cellbook_embed(): cmake -DFILES=a|b -DOUTPUT=x.cpp -DHEADER=x.hpp -P embed_files.cmake
string(REPLACE "|" ";" files "${FILES}")
get_filename_component(header_name "${HEADER}" NAME)

set(header "// Generated from schemas/ by cmake/embed_files.cmake.\n#pragma once\n\n")
string(APPEND header "#include <string_view>\n\nnamespace cellbook::schemas {\n\n")
set(source "// Generated from schemas/ by cmake/embed_files.cmake.\n")
string(APPEND source "#include \"schemas/${header_name}\"\n\nnamespace cellbook::schemas {\n")

foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME)
    string(REGEX REPLACE "[^A-Za-z0-9]" "_" symbol "${name}")
    file(READ "${file}" bytes HEX)
    string(LENGTH "${bytes}" digits)
    math(EXPR size "${digits} / 2")
    string(REGEX REPLACE "(................................................)" "\\1\n" bytes "${bytes}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
    string(APPEND header "/// schemas/${name}\nstd::string_view ${symbol}();\n")
    string(APPEND source "\nnamespace {\nconstexpr char ${symbol}_bytes[] = {\n${bytes}'\\0'};\n}\n")
    string(APPEND source
        "std::string_view ${symbol}() { return {${symbol}_bytes, ${size}}; }\n")
endforeach()

string(APPEND header "\n}  // namespace cellbook::schemas\n")
string(APPEND source "\n}  // namespace cellbook::schemas\n")
file(WRITE "${HEADER}" "${header}")
file(WRITE "${OUTPUT}" "${source}")
