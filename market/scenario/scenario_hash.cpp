#include "market/scenario/scenario_hash.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/digest.hpp"

namespace cellbook {

namespace {

/// With its length, so that no text can pass for what stands around it.
void append_text(std::string& out, std::string_view text) {
    out += fmt::format("{}:{}", text.size(), text);
}

/// Up to here a double holds each.
constexpr std::int64_t every_integer = std::int64_t{1} << 53U;

void append(std::string& out, const TomlNode& node) {
    using Sort = TomlNode::Sort;
    switch (node.sort) {
        case Sort::text:
            append_text(out, node.text);
            return;
        case Sort::integer:
            // 250 and 250.0 are one number; an integer that no double holds is spelled whole.
            if (node.integer <= every_integer && node.integer >= -every_integer) {
                out += fmt::format("#{}", node.real);
            } else {
                out += fmt::format("#{}i", node.integer);
            }
            return;
        case Sort::real:
            out += fmt::format("#{}", node.real == 0 ? 0.0 : node.real);
            return;
        case Sort::truth:
            out += node.truth ? "true" : "false";
            return;
        case Sort::date:
            out += "@" + to_string(node.date);
            return;
        case Sort::list:
            out += '[';
            for (const TomlNode& item : node.items) {
                append(out, item);
                out += ',';
            }
            out += ']';
            return;
        case Sort::table: {
            std::vector<const TomlNode::Member*> members;
            for (const auto& member : node.members) members.push_back(&member);
            std::sort(members.begin(), members.end(),
                      [](const auto* a, const auto* b) { return a->key < b->key; });
            out += '{';
            for (const auto* member : members) {
                append_text(out, member->key);
                out += '=';
                append(out, member->value);
                out += ',';
            }
            out += '}';
            return;
        }
        case Sort::other:
            out += '?';
            return;
    }
}

}  // namespace

std::string canonical_spelling(const TomlNode& file) {
    std::string out;
    append(out, file);
    return out;
}

std::string scenario_hash(const TomlNode& file) {
    return to_hex(Sha256{}.of(canonical_spelling(file)));
}

}  // namespace cellbook
