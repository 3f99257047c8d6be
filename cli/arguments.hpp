/// The options and words that one command takes.
///
/// A thin cover of the option parser, so that its header is compiled once and every command says
/// its options in the same few words.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cellbook::cli {

/// A line of help that also runs as a test.
using Examples = std::vector<std::string>;

class Arguments {
public:
    Arguments(const std::string& command, const std::string& summary, const Examples& examples);
    ~Arguments();
    Arguments(const Arguments&) = delete;
    Arguments& operator=(const Arguments&) = delete;

    /// The heading under which help shows what is added from now on.
    void group(const std::string& title);

    // `names` as in "-b,--begin"; what is bound must outlive `parse`.
    void flag(const std::string& names, bool& to, const std::string& help);
    void value(const std::string& names, std::optional<std::string>& to, const std::string& what,
               const std::string& help);
    void count(const std::string& names, std::optional<unsigned>& to, const std::string& what,
               const std::string& help);
    /// May be given several times.
    void values(const std::string& names, std::vector<std::string>& to, const std::string& what,
                const std::string& help);
    void word(const std::string& name, std::optional<std::string>& to, const std::string& help);
    void words(const std::string& name, std::vector<std::string>& to, const std::string& help);

    /// Throws UsageError, for an unknown option with the nearest. Returns whether help was asked.
    [[nodiscard]] bool parse(const std::vector<std::string>& arguments);
    [[nodiscard]] std::string help() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Long and short options, of any command, that a value follows: what stands before the command
/// may hold them.
bool takes_value(const std::string& option);

}  // namespace cellbook::cli
