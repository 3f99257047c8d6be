#include "ledger/writing/ledger_writer.hpp"

#include "ledger/writing/foreign_journal.hpp"

namespace cellbook {

ExportResult write_ledger(const EntrySource& source, const ExportOptions& options,
                          const WriteText& write) {
    return write_foreign_journal(source, options,
                                 {.dialect = JournalStyle::Dialect::ledger,
                                  .account_tags = [](const Account&) { return std::string{}; }},
                                 write);
}

}  // namespace cellbook
