#include "ledger/book/journal_appender.hpp"

namespace cellbook {

namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 16U;

}  // namespace

JournalAppender::JournalAppender(Store& store, std::int64_t last_seq, bool threaded)
    : store_(store),
      seq_(last_seq),
      hash_(store.last_hash()),
      threaded_(threaded),
      blocks_([this](Bodies& bodies) { return insert(bodies); }) {}

void JournalAppender::insert(std::string_view body) {
    hash_ = sha_.link(hash_, body);
    store_.append(++seq_, body, hash_);
}

bool JournalAppender::insert(Bodies& bodies) {
    std::size_t begin = 0;
    for (const std::size_t end : bodies.ends) {
        insert(std::string_view{bodies.bytes}.substr(begin, end - begin));
        begin = end;
    }
    bodies.bytes.clear();
    bodies.ends.clear();
    return true;
}

void JournalAppender::append(std::string_view body) {
    if (!threaded_) return insert(body);
    Bodies& block = blocks_.filling();
    block.bytes += body;
    block.ends.push_back(block.bytes.size());
    if (block.bytes.size() >= block_bytes && !blocks_.hand_over()) settle();
}

void JournalAppender::settle() {
    blocks_.settle();
}

}  // namespace cellbook
