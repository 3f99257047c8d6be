# Headers of libraries that nearly every source includes, read once a target instead of once a file:
# a fifth of the time of a whole build. `release` and `fuzz` do without, and the program itself in
# every preset, so that sources still have to include what they use.
set(cellbook_common_headers
    <algorithm> <cstdint> <functional> <map> <memory> <optional> <string> <string_view> <utility>
    <variant> <vector> <boost/multiprecision/cpp_bin_float.hpp>
    <boost/multiprecision/cpp_int.hpp>)

# cellbook_precompile(target [header...]): those, and what only this target includes everywhere.
function(cellbook_precompile target)
    if(CELLBOOK_PRECOMPILE)
        target_precompile_headers(${target} PRIVATE ${cellbook_common_headers} ${ARGN})
    endif()
endfunction()
