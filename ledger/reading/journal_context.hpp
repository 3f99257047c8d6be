/// What the parts of the journal reader share: where it stands, what holds there, and the names.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/entry.hpp"
#include "ledger/reading/amount_text.hpp"
#include "ledger/reading/comment_tags.hpp"
#include "ledger/reading/scale_survey.hpp"

namespace cellbook {

/// What directives have set. An included file starts with what holds where it is included, and what
/// it sets ends with it.
struct JournalScope {
    std::optional<int> default_year{};
    char decimal_mark = 0;  ///< of every number; 0: not settled
    std::vector<std::pair<std::string, std::string>> aliases{};  ///< account or its begin -> name
    std::vector<std::string> account_prefixes{};  ///< of `apply account`, outermost first
};

/// An amount with the number as it was written.
struct ReadAmount {
    Amount amount{};
    Decimal written{};
};

class JournalContext {
public:
    /// With a survey, nothing is settled and every amount is counted instead of read.
    JournalContext(Chart& chart, EntrySink& sink, SettleScales settle, ScaleSurvey* survey)
        : chart_(chart), sink_(sink), settle_(std::move(settle)), survey_(survey) {}

    [[nodiscard]] Chart& chart() { return chart_; }
    [[nodiscard]] bool surveying() const { return survey_ != nullptr; }
    [[nodiscard]] bool stopped() const { return stopped_; }

    JournalScope scope{};

    // Where the reader stands: set for each line, used for diagnostics.
    std::string file{};
    std::uint32_t line_number = 0;
    std::string_view line{};

    /// Reports at this line, in the diagnostic's own column; always false.
    bool fail(Diagnostic diagnostic);
    bool fail(DiagnosticCode code, std::uint32_t column, std::string explanation,
              std::string remedy);
    /// Reports about an entry as a whole, at its first line.
    void fail_entry(const ReadEntry& entry, Diagnostic diagnostic);
    /// Says in an entry that it begins at this line.
    void mark(ReadEntry& entry) const;
    /// Hands an entry on.
    void accept(ReadEntry& entry);

    // Each of these reads one thing and reports what is wrong with it.
    bool read_date(std::string_view text, std::uint32_t column, std::optional<int> default_year,
                   Date& out);
    bool read_account(std::string_view name, std::uint32_t column, AccountId& out) {
        if (surveying()) return true;
        out = renames_accounts() ? AccountId{} : chart_.find_account(name);
        return out.valid() || read_new_account(name, column, out);
    }
    WordId word(std::string_view text) { return chart_.word(text); }
    bool take_amount(TextCursor& cursor, ReadAmount& out) {
        return take(cursor, out) && to_minor(out);
    }
    /// Takes an amount whose number may have more decimals than its commodity: a unit price.
    /// `out.amount.minor` stays 0.
    bool take_price(TextCursor& cursor, ReadAmount& out) { return take(cursor, out); }

    CommodityId commodity(std::string_view symbol) { return known(symbol).id; }
    /// What a directive says: marks of the commodity's numbers are settled from here on.
    void settle_decimal_mark(CommodityId commodity, char mark);
    /// Decimals of the commodity's amounts, settled now if they are not yet.
    std::uint8_t scale_of(CommodityId commodity, std::uint8_t decimals) {
        return settled_scale(chart_, commodity, settle_, decimals);
    }
    /// Sets the decimals that a directive gives. *Errors*: `commodity_scale_changed`.
    bool settle_scale(CommodityId commodity, std::uint8_t scale, std::uint32_t column);
    /// Takes an amount with what its number's marks are, whatever its commodity has settled.
    bool take_format(TextCursor& cursor, AmountText& text, Number& number);

    std::vector<TagText> tags{};  ///< of the line at hand; here to keep its memory

private:
    struct KnownCommodity {
        std::string symbol{};
        CommodityId id{};
        char decimal_mark = 0;
    };
    KnownCommodity& known(std::string_view symbol);
    bool read_new_account(std::string_view name, std::uint32_t column, AccountId& out);
    [[nodiscard]] bool renames_accounts() const {
        return !scope.aliases.empty() || !scope.account_prefixes.empty();
    }
    bool take(TextCursor& cursor, ReadAmount& out);
    bool to_minor(ReadAmount& out);
    bool read_written(const AmountText& text, char settled, Number& number);
    [[nodiscard]] std::string full_account_name(std::string_view name) const;

    Chart& chart_;
    EntrySink& sink_;
    SettleScales settle_;
    ScaleSurvey* survey_;
    bool stopped_ = false;

    AmountText amount_text_{};
    std::vector<KnownCommodity> known_{};
    std::size_t last_known_ = 0;
    std::string last_date_text_{};  // most entries bear the date of the one before
    Date last_date_{};
};

/// `; did you mean ...`: a remedy that names what is near to `wanted`, before `otherwise`.
std::string did_you_mean(std::string_view wanted, std::span<const std::string> known,
                         std::string_view otherwise);

}  // namespace cellbook
