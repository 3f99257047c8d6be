/// What an open book holds: its file and the names in it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ledger/book/book.hpp"
#include "ledger/book/store.hpp"
#include "ledger/chain/canonical_reader.hpp"
#include "ledger/chain/chain_names.hpp"
#include "ledger/chart.hpp"
#include "ledger/kinds/kind_table.hpp"

namespace cellbook {

struct Book::State {
    explicit State(Connection connection) : store(std::move(connection)) {}

    /// Reads the names anew when another process has written since. *Requires*: within a read or
    /// a write, so that what is read afterwards is of the same moment.
    void refresh();
    /// Forgets all names and reads them again: after a write that was given up.
    void forget();
    /// The standard kinds, those the book declares, and those of `given`.
    [[nodiscard]] KindTable kinds_with(const KindTable& given);
    /// Decodes one entry. Throws `StorageError` when it is damaged.
    [[nodiscard]] CanonicalReader::Entry decode(
        CanonicalReader& reader, std::int64_t seq, std::string_view body,
        CanonicalReader::Part part = CanonicalReader::Part::whole) const;

    Store store;
    Chart chart{};
    ChainNames names{};
    std::int64_t data_version = -1;
    int open_reads = 0;
};

/// One consistent view of the file for as long as it lives; they may nest.
class ReadScope {
public:
    explicit ReadScope(Book::State& state);
    ReadScope(const ReadScope&) = delete;
    ReadScope& operator=(const ReadScope&) = delete;
    ~ReadScope();

private:
    Book::State& state_;
    bool began_;
};

/// One write: given up, with all the names it brought, unless it is committed.
class WriteScope {
public:
    explicit WriteScope(Book::State& state);
    WriteScope(const WriteScope&) = delete;
    WriteScope& operator=(const WriteScope&) = delete;
    ~WriteScope();
    void commit();

private:
    Book::State& state_;
    bool committed_ = false;
};

}  // namespace cellbook
