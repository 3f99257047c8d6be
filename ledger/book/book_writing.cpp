#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "ledger/book/batch.hpp"
#include "ledger/book/book.hpp"
#include "ledger/book/book_state.hpp"
#include "ledger/book/disk_chain.hpp"
#include "ledger/book/import_log.hpp"
#include "ledger/book/recorder_thread.hpp"
#include "ledger/book/reversal.hpp"
#include "ledger/book/text_input.hpp"
#include "ledger/kinds/event_booking.hpp"
#include "ledger/reading/events_reader.hpp"

namespace cellbook {

namespace {

constexpr std::string_view standard_input = "-";

/// One hash for all the bytes of an import: the file's own, or that of the hashes of file and
/// included files in the order in which they were opened.
std::string bytes_hash(const std::vector<HashedFiles::File>& files) {
    if (files.size() == 1) {
        return to_hex(files.front().sha256);
    }
    Sha256 sha;
    for (const HashedFiles::File& file : files) {
        sha.update({reinterpret_cast<const char*>(file.sha256.data()), file.sha256.size()});
    }
    return to_hex(sha.finish());
}

/// The files of an import in the order in which its entries number them, those without entries
/// behind.
std::string files_json(const std::vector<std::string>& numbered,
                       const std::vector<HashedFiles::File>& read) {
    std::vector<ImportedFile> files;
    for (const std::string& name : numbered) {
        files.push_back({name, {}});
        for (const HashedFiles::File& file : read) {
            files.back().sha256 = file.name == name ? to_hex(file.sha256) : files.back().sha256;
        }
    }
    for (const HashedFiles::File& file : read) {
        if (std::find(numbered.begin(), numbered.end(), file.name) == numbered.end()) {
            files.push_back({file.name, to_hex(file.sha256)});
        }
    }
    return to_json(files);
}

Diagnostic bytes_known(const std::string& batch, const std::string& other) {
    return {.code = DiagnosticCode::batch_bytes_known,
            .explanation = "the bytes of `" + batch + "` were imported already, as `" + other + "`",
            .remedy =
                "If these happened a second time, say so with `--batch NAME`; to import the "
                "same batch again, use `--batch " +
                other + "`.",
            .position = {.file = batch}};
}

Diagnostic row_missing(const std::string& batch, const Transaction& transaction,
                       const Provenance& from) {
    const std::string label =
        transaction->description.empty() ? "" : " \"" + transaction->description + "\"";
    return {.code = DiagnosticCode::batch_rows_missing,
            .explanation = "batch `" + batch + "` brought transaction " + transaction->id + " of " +
                           to_string(transaction->date) + label +
                           ", which is missing or changed in this version",
            .remedy =
                "A new version of a file may add rows. To correct one that is recorded, "
                "`reverse` it and leave the file as it was; if this is another file that "
                "happens to have the same name, use `--batch NAME`.",
            .position = {.file = from.file, .line = from.line}};
}

/// One import: batches begun and ended as files come up.
class Import {
public:
    Import(Store& store, DiskChain& chain, Recorder& recorder, HashedFiles& files,
           const RecordOptions& options)
        : store_(store), chain_(chain), recorder_(recorder), files_(files), options_(options) {}

    void begin(const std::string& path) {
        const bool goes_on = begun_ && !options_.batch.empty();
        if (goes_on) {
            return;
        }
        end();
        begun_ = true;
        name_ = options_.batch.empty() ? std::filesystem::path{path}.lexically_normal().string()
                                       : options_.batch;
        const bool nameless = name_ == standard_input;
        known_ = std::make_unique<BatchContents>(
            store_,
            nameless ? std::vector<ImportRow>{} : ImportLog{store_.connection()}.of_batch(name_));
        recorder_.begin_batch(known_->empty() ? nullptr : known_.get());
    }

    void end() {
        if (!begun_) {
            return;
        }
        begun_ = false;
        const auto read = files_.take_read();
        DiskChain::Brought brought = chain_.take_brought();
        const std::string sha256 = bytes_hash(read);
        if (name_ == standard_input) {
            name_ += sha256.substr(0, 16);  // what has no name of its own goes by its bytes
        }
        judge(sha256);
        if (brought.last_seq > 0) {
            ImportLog{store_.connection()}.add({.import = 0,
                                                .batch = name_,
                                                .sha256 = sha256,
                                                .imported_at = options_.imported_at,
                                                .transactions = brought.transactions,
                                                .first_seq = brought.first_seq,
                                                .last_seq = brought.last_seq,
                                                .files = files_json(brought.files, read),
                                                .origins = brought.origins});
        }
    }

private:
    void judge(const std::string& sha256) {
        const ImportLog log{store_.connection()};
        if (options_.batch.empty()) {
            const auto other = log.other_batch_of(sha256, known_->empty() ? "" : name_);
            if (other) {
                recorder_.report(bytes_known(name_, *other));
            }
        }
        for (const std::int64_t seq : known_->not_met()) {
            const Transaction* transaction = chain_.transaction(seq);
            // What has been reversed since may well have been taken out of the file too.
            if (transaction != nullptr && !chain_.reversed_by(seq)) {
                recorder_.report(
                    row_missing(name_, *transaction, provenance_in(store_.connection(), seq)));
            }
        }
    }

    Store& store_;
    DiskChain& chain_;
    Recorder& recorder_;
    HashedFiles& files_;
    const RecordOptions& options_;
    bool begun_ = false;
    std::string name_{};
    std::unique_ptr<BatchContents> known_{};
};

}  // namespace

ImportReport Book::import(TextFiles& files, const std::vector<std::string>& paths,
                          const RecordOptions& options, const KindTable& kinds,
                          const Progress& progress) {
    WriteScope write{*state_};
    const KindTable table = state_->kinds_with(kinds);
    const unsigned threads =
        options.threads == 0 ? std::thread::hardware_concurrency() : options.threads;
    DiskChain chain{state_->store, state_->chart, state_->names, threads};
    Recorder recorder{state_->chart, chain, table, options};
    RecorderThread sink{recorder, state_->chart, table, options.strict ? 1 : threads};
    bool cancelled = false;
    HashedFiles hashed{files, [&](std::size_t) {
                           sink.settle();
                           if (progress && !progress(recorder.so_far().transactions, 0)) {
                               cancelled = true;
                               recorder.stop();
                           }
                       }};
    Import import{state_->store, chain, recorder, hashed, options};
    read_texts(files, hashed, paths, table, state_->chart, sink, [&](const std::string& path) {
        sink.settle();
        chain.settle();
        import.begin(path);
        return !cancelled;
    });
    sink.settle();
    chain.settle();
    if (!cancelled) {
        import.end();
    }
    ImportReport report = recorder.finish();
    report.cancelled = cancelled;
    if (report.ok()) {
        chain.write_derived();
        write.commit();
    }
    return report;
}

namespace {

/// Puts entries into the recorder as they are made; says what hinders it.
using Feed = std::function<std::optional<Diagnostic>(Recorder&, const KindTable&)>;

/// One commit of what `feed` gives, or nothing.
ImportReport record_from(Book::State& state, const RecordOptions& options, const KindTable& kinds,
                         const Feed& feed) {
    WriteScope write{state};
    DiskChain chain{state.store, state.chart, state.names};
    const KindTable table = state.kinds_with(kinds);
    Recorder recorder{state.chart, chain, table, options};
    recorder.keep_ids();
    if (auto hindrance = feed(recorder, table)) {
        recorder.report(std::move(*hindrance));
    }
    ImportReport report = recorder.finish();
    if (!report.ok()) {
        report.ids.clear();
        return report;
    }
    const DiskChain::Brought brought = chain.take_brought();
    if (brought.last_seq > 0) {
        ImportLog{state.store.connection()}.add({.import = 0,
                                                 .batch = options.batch,
                                                 .sha256 = {},
                                                 .imported_at = options.imported_at,
                                                 .transactions = brought.transactions,
                                                 .first_seq = brought.first_seq,
                                                 .last_seq = brought.last_seq,
                                                 .files = files_json(brought.files, {}),
                                                 .origins = brought.origins});
        chain.write_derived();
        write.commit();
    }
    return report;
}

}  // namespace

ImportReport Book::record(std::vector<ReadEntry> entries, const RecordOptions& options,
                          const KindTable& kinds) {
    return record_from(*state_, options, kinds,
                       [&](Recorder& recorder, const KindTable&) -> std::optional<Diagnostic> {
                           for (ReadEntry& entry : entries) {
                               recorder.accept(entry);
                           }
                           return {};
                       });
}

ImportReport Book::reverse(std::string_view id, const std::string& reason, Date date,
                           Date recorded) {
    const auto original = find_transaction(id);
    if (!original) {
        ImportReport report;
        report.problem_count = 1;
        report.problems.push_back(reversal_unknown(std::string{id}));
        return report;
    }
    std::vector<ReadEntry> entries(1);
    entries[0].content = reversal_of(*original, reason, date, recorded);
    return record(std::move(entries), {.random_ids = true});
}

ImportReport Book::lock(Date until) {
    std::vector<ReadEntry> entries(1);
    entries[0].content = Declaration{LockDeclaration{until}};
    return record(std::move(entries), {});
}

Result<std::string> Book::record_event(const Event& event) {
    auto ids = record_events({event});
    if (!ids) {
        return std::move(ids).error();
    }
    return std::move(ids->front());
}

Result<std::vector<std::string>> Book::record_events(const std::vector<Event>& events) {
    const auto book_each = [&](Recorder& recorder,
                               const KindTable& kinds) -> std::optional<Diagnostic> {
        EventBooker booker{kinds, state_->chart};
        ReadEntry entry;
        for (const Event& event : events) {
            // An API has no texts to survey: a commodity that nothing has declared takes the
            // decimals of its first amount, or those that custom gives it.
            settle_scales(event, state_->chart);
            auto draft = booker.book(event);
            if (!draft) {
                return std::move(draft).error();
            }
            entry.content = std::move(*draft);
            recorder.accept(entry);
        }
        return {};
    };
    ImportReport report =
        record_from(*state_, {.random_ids = true}, KindTable::standard(), book_each);
    if (!report.ok()) {
        return std::move(report.problems.front());
    }
    return std::move(report.ids);
}

}  // namespace cellbook
