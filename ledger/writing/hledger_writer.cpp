#include "ledger/writing/hledger_writer.hpp"

#include "ledger/writing/foreign_journal.hpp"

namespace cellbook {

namespace {

/// hledger's letter for a class. Cash is what its cash flow statement is about.
char type_of(const Account& account) {
    switch (account.account_class) {
        case AccountClass::assets:
            return account.detail.starts_with("cash") || account.detail.starts_with("bank") ? 'C'
                                                                                            : 'A';
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
