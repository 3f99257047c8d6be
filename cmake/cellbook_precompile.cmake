# Headers of libraries that nearly every source includes, read once a target instead of once a file:
# a third of the time of a whole build. `release` does without, so that every source still has to
# include what it uses.
set(cellbook_common_headers
    <algorithm> <cstdint> <functional> <map> <memory> <optional> <string> <string_view> <utility>
    <variant> <vector> <boost/multiprecision/cpp_int.hpp>)

# cellbook_precompile(target [header...]): those, and what only this target includes everywhere.
function(cellbook_precompile target)
    if(CELLBOOK_PRECOMPILE)
        target_precompile_headers(${target} PRIVATE ${cellbook_common_headers} ${ARGN})
    endif()
endfunction()
