#include "market/scenario/shock_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "market/scenario/table_reader.hpp"

namespace cellbook {

namespace {

constexpr std::int64_t longest_ramp_days = 36525;  // a century

/// What people write as operations that are targets here.
std::string target_instead_of(std::string_view operation) {
    const std::pair<std::string_view, std::string_view> targets[] = {
        {"tax", "tax.PRODUCT"},
        {"fee", "fee.entry or fee.dues"},
        {"supply", "quantity.PRODUCT or cells.new"},
        {"population", "population"},
        {"subsidy", "subsidy.PRODUCT"},
    };
    for (const auto& [word, target] : targets) {
        if (word == operation) {
            return fmt::format(
                "`{}` is a target here: target = \"{}\" with op = \"add\" or "
                "\"set\".",
                word, target);
        }
    }
    return {};
}

class ShockReader {
public:
    ShockReader(const TomlNode& node, const ScenarioVocabulary& known, FileProblems& problems)
        : table_{node, scenario_form("shock"), problems}, known_{known}, problems_{problems} {}

    Shock read() {
        shock_.place = table_.place();
        shock_.name = table_.text("name").value_or("");
        read_target();
        read_operation();
        read_value();
        read_days();
        read_rationing();
        return std::move(shock_);
    }

private:
    void read_target() {
        const auto text = table_.text("target");
        if (!text) return;
        auto target = parse_target(*text);
        if (!target) {
            problems_.complain(std::move(target).error(), table_.place("target"));
            return;
        }
        shock_.target = *std::move(target);
        has_target_ = true;
        const TextPlace place = table_.place("target");
        if (!shock_.target.product.empty()) {
            check_known("product", shock_.target.product, known_.products, place, problems_);
        }
        if (!shock_.target.section.empty()) {
            check_known("section", shock_.target.section, known_.sections, place, problems_);
        }
    }

    void read_operation() {
        const auto text = table_.text("op");
        if (!text) return;
        operation_ = shock_operation(*text);
        if (operation_) return;
        const std::string instead = target_instead_of(*text);
        problems_.complain(
            {.code = DiagnosticCode::shock_operation_invalid,
             .explanation = fmt::format("there is no operation `{}`", *text),
             .remedy = instead.empty() ? "It is " + one_of(shock_operations()) + "." : instead},
            table_.place("op"));
        operation_wrong_ = true;
    }

    void read_value() {
        const TomlNode* const value = table_.value("value");
        if (value == nullptr) return;
        using Sort = TomlNode::Sort;
        if (value->sort == Sort::text) {
            settle(parse_change(value->text, operation_));
        } else if (value->sort == Sort::integer || value->sort == Sort::real) {
            const ShockChange change{.operation = operation_.value_or(ShockOperation::set),
                                     .value = value->real};
            auto refused = refuse_value(change);
            settle(refused ? Result<ShockChange>{*std::move(refused)} : change);
        } else if (value->sort == Sort::table && value->members.size() == 1 &&
                   value->members[0].key == "parameter" &&
                   value->members[0].value.sort == Sort::text) {
            shock_.parameter = value->members[0].value.text;
            settle(ShockChange{.operation = operation_.value_or(ShockOperation::set)});
        } else {
            table_.wrong("value", fmt::format("a shock's value is no {}", to_string(value->sort)),
                         "Write a number, a text such as \"+20%\", or {parameter = \"NAME\"}.");
        }
    }

    void settle(Result<ShockChange> change) {
        if (!change) {
            problems_.complain(std::move(change).error(), table_.place("value"));
            return;
        }
        shock_.change = *change;
        if (!has_target_ || operation_wrong_) return;
        if (auto refused = refuse_operation(shock_.target, change->operation)) {
            problems_.complain(*std::move(refused),
                               table_.place(table_.has("op") ? "op" : "value"));
        }
    }

    void read_days() {
        shock_.days.begin = table_.date("start");
        const auto last = table_.date("end");
        if (last) shock_.days.end = Date{last->days + 1};
        if (last && shock_.days.begin && *last < *shock_.days.begin) {
            problems_.complain(DiagnosticCode::scenario_dates_reversed, table_.place("end"),
                               fmt::format("the shock ends on {}, before it starts on {}",
                                           to_string(*last), to_string(*shock_.days.begin)),
                               "`end` is the last day on which it holds.");
        }
        if (const auto days = table_.whole("ramp_days", {.high = longest_ramp_days})) {
            shock_.ramp_days = *days;
            if (*days > 0 && !table_.has("start")) {
                table_.wrong("ramp_days", "a ramp has no day to rise from",
                             "Say on which day it begins: start = 2026-03-01.");
            }
        }
    }

    void read_rationing() {
        const auto choice = table_.choice("rationing", rationing_names());
        if (!choice) return;
        shock_.rationing = static_cast<Rationing>(*choice);
        if (shock_.change.operation != ShockOperation::ceiling && !operation_wrong_) {
            table_.wrong("rationing",
                         fmt::format("`{}` rations nothing", to_string(shock_.change.operation)),
                         "Only a ceiling leaves buyers without: leave `rationing` out.");
        }
    }

    TableReader table_;
    const ScenarioVocabulary& known_;
    FileProblems& problems_;
    Shock shock_{};
    std::optional<ShockOperation> operation_{};
    bool operation_wrong_ = false;
    bool has_target_ = false;
};

}  // namespace

void check_known(std::string_view what, std::string_view name,
                 const std::vector<std::string>& known, TextPlace place, FileProblems& problems) {
    if (known.empty() || std::find(known.begin(), known.end(), name) != known.end()) return;
    const std::string near = did_you_mean(name, known);
    problems.complain(DiagnosticCode::scenario_name_unknown, place,
                      fmt::format("there is no {} `{}`", what, name),
                      near.empty() ? fmt::format("There are {}.", fmt::join(known, ", ")) : near);
}

Scenario read_scenario_table(const TomlNode& node, const ScenarioVocabulary& known,
                             FileProblems& problems) {
    TableReader table{node, scenario_form("scenario"), problems};
    Scenario scenario{.name = table.text("name").value_or(""),
                      .title = table.text("title").value_or(""),
                      .inherits = table.text("inherits").value_or(""),
                      .drops = table.texts("drop"),
                      .place = table.place("name")};
    for (const TomlNode& shock : table.tables("shock")) {
        scenario.shocks.push_back(ShockReader{shock, known, problems}.read());
    }
    return scenario;
}

}  // namespace cellbook
