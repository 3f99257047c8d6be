#include "cli/render/packed_rows.hpp"

#include "cli/render/display_width.hpp"
#include "ledger/book/packed_list.hpp"

namespace cellbook::cli {

namespace {

constexpr std::size_t piece_bytes = std::size_t{1} << 18U;

/// Reads what PackedRows wrote.
class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_{bytes} {}

    [[nodiscard]] bool done() const { return bytes_.empty(); }
    std::uint64_t number() { return take_varint(bytes_).value_or(0); }
    PackedLine line() {
        const std::uint64_t head = number();
        PackedLine line{.negative = (head & 1U) != 0};
        const std::size_t size = head >> 2U;
        line.width = (head & 2U) != 0 ? number() : size;
        line.text = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return line;
    }

private:
    std::string_view bytes_;
};

}  // namespace

/// Size with two flags, the width where it is another, and the text.
void PackedRows::put(const DrawnLine& line) {
    const std::size_t size = line.head.size() + line.tail.size() + line.unit.size();
    const std::size_t width =
        display_width(line.head) + display_width(line.tail) + display_width(line.unit);
    std::string& out = pieces_.back();
    append_varint(out, size << 2U | (width == size ? 0U : 2U) | (line.negative ? 1U : 0U));
    if (width != size) append_varint(out, width);
    out.append(line.head).append(line.tail).append(line.unit);
}

void PackedRows::add(const DrawnRow& row) {
    if (pieces_.empty() || pieces_.back().size() >= piece_bytes) {
        pieces_.emplace_back().reserve(piece_bytes + piece_bytes / 16);
    }
    bool single = true;  // as nearly every row: a line a cell
    for (const DrawnCell& cell : row.cells) single = single && cell.size() == 1;
    std::string& out = pieces_.back();
    append_varint(out, static_cast<std::uint64_t>(row.role) << 2U | (row.ruled ? 2U : 0U) |
                           (single ? 1U : 0U));
    append_varint(out, row.indent);
    for (const DrawnCell& cell : row.cells) {
        if (!single) append_varint(out, cell.size());
        for (const DrawnLine& line : cell) put(line);
    }
}

void PackedRows::clear() {
    pieces_.resize(pieces_.empty() ? 0 : 1);
    if (!pieces_.empty()) pieces_.front().clear();
}

std::size_t PackedRows::bytes() const {
    return pieces_.empty() ? 0 : (pieces_.size() - 1) * piece_bytes + pieces_.back().size();
}

void PackedRows::for_each(const std::function<void(const PackedRow&)>& visit) const {
    PackedRow row;
    for (const std::string& piece : pieces_) {
        for (Reader in{piece}; !in.done();) {
            const std::uint64_t head = in.number();
            row.role = static_cast<Row::Role>(head >> 2U);
            row.ruled = (head & 2U) != 0;
            row.indent = in.number();
            row.cells.resize(columns_);
            for (PackedCell& cell : row.cells) {
                cell.clear();
                for (auto lines = (head & 1U) != 0 ? 1 : in.number(); lines > 0; --lines) {
                    cell.push_back(in.line());
                }
            }
            visit(row);
        }
    }
}

}  // namespace cellbook::cli
