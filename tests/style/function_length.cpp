#include "tests/style/function_length.hpp"

#include <cctype>
#include <regex>

namespace cellbook::style {

namespace {

enum class Scope { open, function, braces };

bool is_space(char c) {
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}

std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        if (!is_space(c)) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

/// What the brace after `statement` opens: a namespace or type (whose contents are looked into), a
/// function, or the braces of an initialiser, which are part of the statement they stand in.
Scope scope_after(const std::string& statement) {
    static const std::regex named_scope{
        R"(^(export |inline |template ?<.*> ?)*(namespace|extern)\b)"};
    static const std::regex type{R"(\b(class|struct|union|enum)\b[^()=]*$)"};
    static const std::regex initialiser_list{R"(\)\s*(noexcept\s*)?:[^:])"};
    if (std::regex_search(statement, named_scope) || std::regex_search(statement, type)) {
        return Scope::open;
    }
    const bool has_parameters = statement.find('(') != std::string::npos;
    if (!has_parameters || statement.back() == '=' || statement.back() == ',') {
        return Scope::braces;
    }
    const char last = statement.back();
    const bool body_may_follow = last == ')' || last == '}';
    if (std::regex_search(statement, initialiser_list) && !body_may_follow) return Scope::braces;
    return Scope::function;
}

/// One pass over the text with the statement being read and the stack of braces.
class Finder {
public:
    explicit Finder(std::string_view code) : code_{code} {}

    std::vector<FunctionExtent> run() && {
        for (const char c : code_) {
            read(c);
            if (c == '\n') ++line_;
        }
        return std::move(found_);
    }

private:
    bool in_function() const { return function_depth_ > 0; }

    void read(char c) {
        if (c == '{') return open();
        if (c == '}') return close();
        if (in_function()) return;
        if (c == '#' && statement_is_blank_) in_directive_ = true;
        if (in_directive_) {
            in_directive_ = c != '\n' || before_ == '\\';
            before_ = c;
            return;
        }
        if (c == ';' && parentheses_ == 0) return begin_statement();
        if (c == '(') ++parentheses_;
        if (c == ')') --parentheses_;
        if (statement_is_blank_ && !is_space(c)) {
            first_line_ = line_;
            statement_is_blank_ = false;
        }
        statement_ += c;
    }

    void open() {
        if (in_function()) {
            ++function_depth_;
            return;
        }
        const std::string statement = on_one_line(statement_);
        const bool in_braces = !scopes_.empty() && scopes_.back() == Scope::braces;
        const Scope scope = in_braces || parentheses_ > 0 || statement.empty()
                                ? Scope::braces
                                : scope_after(statement);
        if (scope == Scope::function) {
            function_depth_ = 1;
            signature_ = statement;
            return;
        }
        scopes_.push_back(scope);
        if (scope == Scope::open) begin_statement();
        if (scope == Scope::braces) statement_ += '{';
    }

    void close() {
        if (in_function()) {
            if (--function_depth_ > 0) return;
            found_.push_back({signature_, first_line_, line_});
            return begin_statement();
        }
        const Scope scope = scopes_.empty() ? Scope::open : scopes_.back();
        if (!scopes_.empty()) scopes_.pop_back();
        if (scope == Scope::braces) {
            statement_ += '}';
        } else {
            begin_statement();
        }
    }

    void begin_statement() {
        statement_.clear();
        statement_is_blank_ = true;
        parentheses_ = 0;
    }

    std::string_view code_;
    std::vector<FunctionExtent> found_;
    std::vector<Scope> scopes_;
    std::string statement_;
    std::string signature_;
    std::size_t line_ = 1;
    std::size_t first_line_ = 1;
    int function_depth_ = 0;
    int parentheses_ = 0;
    bool statement_is_blank_ = true;
    bool in_directive_ = false;
    char before_ = '\n';
};

}  // namespace

std::vector<FunctionExtent> functions(std::string_view code) {
    return Finder{code}.run();
}

}  // namespace cellbook::style
