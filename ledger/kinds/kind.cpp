#include "ledger/kinds/kind.hpp"

#include <algorithm>

#include "ledger/chain/json_text.hpp"

namespace cellbook {

namespace {

bool is_name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/// Takes names and operators off an expression, one after the other.
class ExpressionText {
public:
    explicit ExpressionText(std::string_view text) : rest_(text) { skip_blanks(); }

    [[nodiscard]] bool at_end() const { return rest_.empty(); }

    bool take(char symbol) {
        if (rest_.empty() || rest_.front() != symbol) {
            return false;
        }
        rest_.remove_prefix(1);
        skip_blanks();
        return true;
    }

    /// Empty when no name stands here.
    std::string take_name() {
        const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_name_byte);
        std::string name{rest_.begin(), end};
        rest_.remove_prefix(name.size());
        skip_blanks();
        return name;
    }

private:
    void skip_blanks() {
        while (!rest_.empty() && rest_.front() == ' ') {
            rest_.remove_prefix(1);
        }
    }

    std::string_view rest_;
};

Diagnostic expression_invalid(std::string_view text) {
    return {.code = DiagnosticCode::kind_invalid,
            .explanation = "`" + std::string{text} + "` is no sum of names",
            .remedy =
                "Write names with + and - between them, as in `amount - levy`, and products "
                "of two names in `amounts`, as in `amount * levy_rate`."};
}

/// Members and items of canonical JSON, with the commas between them.
class JsonLine {
public:
    void open(char bracket) {
        separate();
        out_ += bracket;
        fresh_ = true;
    }
    void close(char bracket) {
        out_ += bracket;
        fresh_ = false;
    }
    void key(std::string_view name) {
        separate();
        json_text::append(out_, name);
        out_ += ':';
        fresh_ = true;
    }
    void text(std::string_view value) {
        separate();
        json_text::append(out_, value);
    }
    void truth(bool value) {
        separate();
        out_ += value ? "true" : "false";
    }
    void texts(std::initializer_list<std::string_view> values) {
        open('[');
        for (const auto value : values) {
            text(value);
        }
        close(']');
    }
    std::string take() && { return std::move(out_); }

private:
    void separate() {
        if (!fresh_) {
            out_ += ',';
        }
        fresh_ = false;
    }

    std::string out_;
    bool fresh_ = true;
};

void write_text(JsonLine& json, std::string_view key, std::string_view value) {
    if (!value.empty()) {
        json.key(key);
        json.text(value);
    }
}

void write_names(JsonLine& json, std::string_view key, const std::vector<std::string>& names) {
    if (names.empty()) {
        return;
    }
    json.key(key);
    json.open('[');
    for (const auto& name : names) {
        json.text(name);
    }
    json.close(']');
}

void write_parameters(JsonLine& json, const Kind& kind) {
    std::vector<std::string> names;
    bool any_default = false;
    for (const auto& parameter : kind.parameters) {
        names.push_back(parameter.name);
        any_default = any_default || !parameter.default_value.empty();
    }
    write_names(json, "parameters", names);
    if (!any_default) {
        return;
    }
    json.key("defaults");
    json.open('{');
    for (const auto& parameter : kind.parameters) {
        write_text(json, parameter.name, parameter.default_value);
    }
    json.close('}');
}

void write_legs(JsonLine& json, const Kind& kind) {
    json.key("legs");
    json.open('{');
    for (const auto& role : kind.roles()) {
        json.key(role);
        json.open('[');
        for (const auto& leg : kind.legs) {
            if (leg.role != role) {
                continue;
            }
            if (leg.with.empty()) {
                json.texts({leg.account, to_string(leg.amount)});
            } else {
                json.texts({leg.account, to_string(leg.amount), leg.with});
            }
        }
        json.close(']');
    }
    json.close('}');
}

void write_replacements(JsonLine& json, const Kind& kind) {
    json.key("of");
    json.text(kind.of);
    json.key("replace");
    json.open('{');
    for (const auto& replacement : kind.replacements) {
        json.key(to_string(replacement.direction));
        json.texts({replacement.from, replacement.to});
    }
    json.close('}');
}

}  // namespace

std::string to_string(const KindExpression& expression) {
    std::string out;
    for (const auto& term : expression.terms) {
        if (out.empty()) {
            out += term.negative ? "-" : "";
        } else {
            out += term.negative ? " - " : " + ";
        }
        out += term.name;
        out += term.factor.empty() ? "" : " * " + term.factor;
    }
    return out;
}

Result<KindExpression> parse_kind_expression(std::string_view text) {
    ExpressionText rest{text};
    KindExpression expression;
    bool negative = rest.take('-');
    while (true) {
        KindExpression::Term term{.negative = negative, .name = rest.take_name(), .factor = {}};
        const bool product = rest.take('*');
        if (product) {
            term.factor = rest.take_name();
        }
        if (term.name.empty() || (product && term.factor.empty())) {
            return expression_invalid(text);
        }
        expression.terms.push_back(std::move(term));
        if (rest.at_end()) {
            return expression;
        }
        negative = rest.take('-');
        if (!negative && !rest.take('+')) {
            return expression_invalid(text);
        }
    }
}

const KindParameter* Kind::find_parameter(std::string_view parameter) const {
    const auto found = std::find_if(parameters.begin(), parameters.end(),
                                    [&](const auto& known) { return known.name == parameter; });
    return found == parameters.end() ? nullptr : &*found;
}

bool Kind::has_amount(std::string_view amount) const {
    return std::any_of(amounts.begin(), amounts.end(),
                       [&](const auto& known) { return known.first == amount; });
}

std::vector<std::string> Kind::roles() const {
    std::vector<std::string> roles;
    for (const auto& leg : legs) {
        if (std::find(roles.begin(), roles.end(), leg.role) == roles.end()) {
            roles.push_back(leg.role);
        }
    }
    return roles;
}

bool Kind::has_role(std::string_view role) const {
    return std::any_of(legs.begin(), legs.end(), [&](const auto& leg) { return leg.role == role; });
}

bool Kind::uses_second_money() const {
    return std::any_of(legs.begin(), legs.end(), [](const KindLeg& leg) {
        return std::any_of(leg.amount.terms.begin(), leg.amount.terms.end(),
                           [](const auto& term) { return term.name == "amount2"; });
    });
}

bool Kind::accepts(std::string_view field) const {
    const auto among = [&](const std::vector<std::string>& names) {
        return std::find(names.begin(), names.end(), field) != names.end();
    };
    if (among(needs) || among(takes)) {
        return true;
    }
    if (field == "payee") {
        return has_role("payee");
    }
    if (field == "amount2" || field == "commodity2") {
        return uses_second_money();
    }
    if (field == "rate") {
        return find_parameter("rate") != nullptr;
    }
    return field != "cell";
}

std::string_view to_string(KindReplacement::Direction direction) {
    return direction == KindReplacement::Direction::paid ? "paid" : "received";
}

bool KindLeg::is_credit() const {
    const auto of_amount = std::find_if(
        amount.terms.begin(), amount.terms.end(),
        [](const auto& term) { return term.name == "amount" || term.name == "amount2"; });
    return of_amount == amount.terms.end() ? amount.terms.front().negative : of_amount->negative;
}

std::string_view placeholder_of(std::string_view account) {
    const bool placeholder = account.size() > 2 && account.front() == '{' && account.back() == '}';
    return placeholder ? account.substr(1, account.size() - 2) : std::string_view{};
}

std::string to_canonical_json(const Kind& kind) {
    JsonLine json;
    json.open('{');
    write_text(json, "name", kind.name);
    write_text(json, "title", kind.title);
    json.key("sna");
    json.open('{');
    for (const auto& [role, code] : kind.sna) {
        write_text(json, role, code);
    }
    json.close('}');
    write_text(json, "product", kind.product);
    write_names(json, "requires", kind.needs);
    write_names(json, "takes", kind.takes);
    write_parameters(json, kind);
    if (!kind.amounts.empty()) {
        json.key("amounts");
        json.open('{');
        for (const auto& [name, expression] : kind.amounts) {
            write_text(json, name, to_string(expression));
        }
        json.close('}');
    }
    if (kind.is_signed) {
        json.key("signed");
        json.truth(true);
    }
    if (kind.nonobserved) {
        json.key("nonobserved");
        json.truth(true);
    }
    if (kind.of.empty()) {
        write_legs(json, kind);
    } else {
        write_replacements(json, kind);
    }
    json.close('}');
    return std::move(json).take();
}

}  // namespace cellbook
