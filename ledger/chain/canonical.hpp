/// The canonical form of entries: the bytes that a book stores and hashes.
///
/// A body is a JSON array without white space:
///
///     [1,"t",[new names],date,id,description,[postings],{options}]      a transaction
///     [1,"party"|"account"|...,[new names],subject,{members}]           a declaration
///
/// Names that recur (accounts, commodities, parties, words) are numbers, counted separately per
/// sort in order of first mention in the chain; the entry that mentions one first carries it in
/// its list of new names, with its number. So the chain alone gives every name back, bodies stay
/// small, and SQL unfolds them without an extension. docs/format.md describes every member for
/// readers in other languages.
#pragma once

#include "ledger/chain/canonical_reader.hpp"
#include "ledger/chain/canonical_writer.hpp"
#include "ledger/chain/chain_names.hpp"
