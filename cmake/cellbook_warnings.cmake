# Warnings and sanitizers stand on one interface target, so that every target of ours is built
# alike and none of it reaches those who link to the installed library.
add_library(cellbook_warnings INTERFACE)
target_compile_options(cellbook_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow
    $<$<BOOL:${CELLBOOK_WERROR}>:-Werror>)

# At -O3 GCC 12 sees overlapping and overlong copies inside its own <string> and Boost's containers,
# and uninitialised members in aggregates (-Wrestrict: GCC bug 105651): in `release` these are
# noise, and in `dev`, which is built with -O1 and -Werror, they stay.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(cellbook_warnings INTERFACE
        -Wno-restrict -Wno-stringop-overread -Wno-maybe-uninitialized)
endif()

# Through a precompiled header it takes warnings about the inside of <string> for ours.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CELLBOOK_PRECOMPILE)
    target_compile_options(cellbook_warnings INTERFACE -Wno-array-bounds -Wno-stringop-overflow)
endif()

if(CELLBOOK_SANITIZE)
    # Checks for null and misaligned pointers are left out: AddressSanitizer stops at the first, x86
    # does not mind the second, and together with vptr and object-size they double the build's time.
    add_compile_options(-fsanitize=${CELLBOOK_SANITIZE} -fno-sanitize-recover=all
        -fno-sanitize=alignment,null,object-size,vptr -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${CELLBOOK_SANITIZE})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # Instrumented code makes GCC see uninitialised members in its own <regex>.
        add_compile_options(-Wno-maybe-uninitialized)
    endif()
endif()

if(CELLBOOK_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()
