/// A town with the small prison of the market's tests in its folder.
#pragma once

#include "tests/cli/town.hpp"
#include "tests/market/baseline/small_prison.hpp"

namespace cellbook::test {

class SmallPrisonTown {
public:
    SmallPrisonTown() {
        town.write("prison.journal", small_register);
        town.write("events.csv", events_table(small_events));
    }

    Town town{};

    [[nodiscard]] Outcome run(const std::vector<std::string>& more) const {
        return town.run(words(more));
    }
    /// Runs what must succeed in silence, and gives what it prints.
    [[nodiscard]] std::string print(const std::vector<std::string>& more) const {
        return town.print(words(more));
    }

private:
    static std::vector<std::string> words(const std::vector<std::string>& more) {
        std::vector<std::string> all{"whatif", "-f", "@prison.journal", "-f", "@events.csv"};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
};

}  // namespace cellbook::test
