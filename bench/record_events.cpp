// Records events through the C++ API as one batch, and prints the seconds that took.
//
// usage: bench_record_events BOOK COUNT
//
// What is timed is the call alone, from drafts of events to a durable commit; opening the book and
// making the events is not.
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "ledger/book/book.hpp"

namespace {

using cellbook::Book;
using cellbook::Date;
using cellbook::Decimal;
using cellbook::Event;

/// One of the generator's inmates (bench/generate.py).
std::string inmate(std::size_t number) {
    const std::string digits = std::to_string(number % 3003 + 1);
    return "inmates:i" + std::string(4 - digits.size(), '0') + digits;
}

std::vector<Event> events(std::size_t count) {
    const std::vector<std::string> kinds{"restaurant_meal", "shop_sale", "service", "sauna_visit"};
    const Date first = *Date::from_civil(2018, 12, 31);
    std::mt19937 draw{20261123};
    std::vector<Event> made;
    for (std::size_t i = 0; i < count; ++i) {
        Event event;
        event.date = first;
        event.kind = kinds[draw() % kinds.size()];
        const std::size_t payer = draw();
        event.payer = inmate(payer);
        event.payee = inmate(payer + 1 + draw() % 3000);
        event.amount = Decimal{.coefficient = 50 + draw() % 10'000, .scale = 2};
        event.commodity = "BOB";
        event.note = "lunch";
        made.push_back(std::move(event));
    }
    return made;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: bench_record_events BOOK COUNT\n";
        return 2;
    }
    auto book = Book::open(argv[1], {.writable = true});
    if (!book) {
        std::cerr << book.error().explanation << '\n';
        return 1;
    }
    const std::vector<Event> made = events(std::strtoul(argv[2], nullptr, 10));
    const auto began = std::chrono::steady_clock::now();
    const auto ids = book->record_events(made);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    if (!ids) {
        std::cerr << ids.error().explanation << '\n';
        return 1;
    }
    std::cout << took.count() << '\n';
    return 0;
}
