#include "market/random/philox.hpp"

#include <Random123/philox.h>

namespace cellbook {

PhiloxBlock philox(PhiloxCounter counter, PhiloxKey key) {
    const philox4x32_ctr_t at{
        {counter.words[0], counter.words[1], counter.words[2], counter.words[3]}};
    const philox4x32_key_t under{{key.words[0], key.words[1]}};
    const philox4x32_ctr_t block = philox4x32_R(10, at, under);
    return {block.v[0], block.v[1], block.v[2], block.v[3]};
}

}  // namespace cellbook
