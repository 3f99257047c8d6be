#include "market/demand/consumption.hpp"

#include <numeric>

namespace cellbook {

double BaselineBasket::outlay() const {
    return std::accumulate(quantities.begin(), quantities.end(), composite);
}

}  // namespace cellbook
