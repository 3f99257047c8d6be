# Warnings and sanitizers stand on one interface target, so that every target of ours is built
# alike and none of it reaches those who link to the installed library.
add_library(cellbook_warnings INTERFACE)
target_compile_options(cellbook_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow
    $<$<BOOL:${CELLBOOK_WERROR}>:-Werror>)

if(CELLBOOK_SANITIZE)
    # Global, because a program that mixes instrumented and plain translation units of one
    # standard library container reports errors that are not there.
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all
        -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()

if(CELLBOOK_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()
