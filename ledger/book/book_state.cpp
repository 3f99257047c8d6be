#include "ledger/book/book_state.hpp"

#include "ledger/book/name_rows.hpp"

namespace cellbook {

void Book::State::refresh() {
    const std::int64_t version = store.connection().integer("PRAGMA data_version");
    if (version != data_version) {
        load_names(store, chart, names);
        data_version = version;
    }
}

void Book::State::forget() {
    chart = Chart{};
    names = ChainNames{};
    data_version = -1;
}

CanonicalReader::Entry Book::State::decode(CanonicalReader& reader, std::int64_t seq,
                                           std::string_view body,
                                           CanonicalReader::Part part) const {
    const auto entry = reader.read(seq, body, part);
    if (!entry) {
        throw StorageError(store.connection().file() + ": " + entry.error().explanation + ". " +
                           entry.error().remedy);
    }
    return *entry;
}

KindTable Book::State::kinds_with(const KindTable& given) {
    const std::vector<std::int64_t> declared = store.kind_declarations();
    KindTable table = given;
    CanonicalReader reader{chart, names};
    for (const std::int64_t seq : declared) {
        const std::string body = store.body(seq).value_or("");
        const auto entry = decode(reader, seq, body);
        const auto* declaration = std::get_if<const Declaration*>(&entry);
        const auto* kind =
            declaration == nullptr ? nullptr : std::get_if<KindDeclaration>(*declaration);
        if (kind != nullptr) {
            // One that is given and differs stands; the gate then records it as the later word.
            static_cast<void>(table.add_definition(kind->definition));
        }
    }
    return table;
}

ReadScope::ReadScope(Book::State& state)
    : state_(state), began_(state.store.connection().autocommit()) {
    if (began_) {
        state_.store.begin_read();
        try {
            state_.refresh();
        } catch (...) {
            state_.store.rollback();
            throw;
        }
    }
}

ReadScope::~ReadScope() {
    if (began_) {
        state_.store.rollback();  // nothing was written
    }
}

WriteScope::WriteScope(Book::State& state) : state_(state) {
    state_.store.begin_write();
    try {
        state_.refresh();
    } catch (...) {
        state_.store.rollback();
        throw;
    }
}

WriteScope::~WriteScope() {
    if (committed_) {
        return;
    }
    state_.store.rollback();
    state_.forget();
    try {
        const ReadScope names_as_they_were{state_};
    } catch (const StorageError&) {
        state_.forget();  // the next use reads them, or says why it cannot
    }
}

void WriteScope::commit() {
    state_.store.commit();
    committed_ = true;
}

}  // namespace cellbook
