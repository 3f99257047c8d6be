#include <iostream>
#include <ledger/version.hpp>

int main() { std::cout << "built on cellbook " << cellbook::version() << '\n'; }
