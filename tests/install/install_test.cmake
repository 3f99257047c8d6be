# cmake -DBUILD=... -DSCRATCH=... -DCONSUMER=... -P install_test.cmake
file(REMOVE_RECURSE "${SCRATCH}")
set(prefix "${SCRATCH}/prefix")

function(run)
    execute_process(COMMAND ${ARGN}
        RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT result EQUAL 0)
        list(JOIN ARGN " " command)
        message(FATAL_ERROR "${command}\n${output}")
    endif()
    set(output "${output}" PARENT_SCOPE)
endfunction()

run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${prefix}")
run("${prefix}/bin/cellbook" --version)
if(NOT output STREQUAL "cellbook ${VERSION}\n")
    message(FATAL_ERROR "the installed program says: ${output}")
endif()
foreach(file IN ITEMS
        share/man/man1/cellbook.1
        share/bash-completion/completions/cellbook
        share/zsh/site-functions/_cellbook
        share/fish/vendor_completions.d/cellbook.fish)
    if(NOT EXISTS "${prefix}/${file}")
        message(FATAL_ERROR "not installed: ${file}")
    endif()
endforeach()

run("${CMAKE_COMMAND}" -G "${GENERATOR}" -S "${CONSUMER}" -B "${SCRATCH}/build"
    "-DCMAKE_PREFIX_PATH=${prefix}" "-DCMAKE_CXX_COMPILER=${COMPILER}")
run("${CMAKE_COMMAND}" --build "${SCRATCH}/build")
run("${SCRATCH}/build/typed_api" "${SCRATCH}/made.book")
if(NOT output MATCHES "rent: recorded\n")
    message(FATAL_ERROR "the program says: ${output}")
endif()
