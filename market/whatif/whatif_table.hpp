/// The table of an answer.
#pragma once

#include <string>
#include <vector>

#include "ledger/statements/table.hpp"
#include "market/whatif/whatif.hpp"

namespace cellbook {

struct WhatIfTableOptions {
    std::string title{};
    bool every_figure = false;         ///< people see what did not change too
    std::vector<std::string> notes{};  ///< of the scenario, before those of the answer
};

/// *Shape*: a row a figure: its name and unit, baseline, scenario, difference, percent and, after
/// draws, the range of the difference. Programs get every figure; people those that changed. Notes
/// say how parameters are known, what the headline rests on, how exactly everything was solved, and
/// what could not be answered.
Table whatif_table(const WhatIfRequest& request, const WhatIfAnswer& answer,
                   const WhatIfTableOptions& options);

/// The parameters with their ranges and where they are from.
Table parameter_table(const ParameterSet& parameters, DemandForm form);

}  // namespace cellbook
