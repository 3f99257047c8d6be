#include "ledger/writing/hledger_writer.hpp"

#include <algorithm>

#include "ledger/writing/foreign_journal.hpp"

namespace cellbook {

namespace {

bool begins_with_part(std::string_view detail, std::string_view part) {
    const std::string_view first = detail.substr(0, detail.find(':'));
    return std::ranges::equal(first, part, {}, [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
}

/// As the cash flow statement has it, which stands on a layer above: a test holds the two together.
bool is_cash(const Account& account) {
    const std::string_view detail = account.detail();
    return !account.non_financial &&
           (begins_with_part(detail, "cash") || begins_with_part(detail, "bank"));
}

/// hledger's letter for a class. Cash is what its cash flow statement is about.
char type_of(const Account& account) {
    switch (account.account_class) {
        case AccountClass::assets:
            return is_cash(account) ? 'C' : 'A';
        case AccountClass::liabilities:
            return 'L';
        case AccountClass::equity:
            return 'E';
        case AccountClass::income:
            return 'R';
        case AccountClass::expenses:
            return 'X';
    }
    return 'A';
}

}  // namespace

ExportResult write_hledger(const EntrySource& source, const ExportOptions& options,
                           const WriteText& write) {
    return write_foreign_journal(
        source, options,
        {.dialect = JournalStyle::Dialect::hledger,
         .account_tags =
             [](const Account& account) { return std::string{"  ; type:"} + type_of(account); }},
        write);
}

}  // namespace cellbook
