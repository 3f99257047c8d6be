#include <iostream>

#include "cli/command_line.hpp"

int main(int argc, char** argv) {
    return cellbook::cli::run(argc, argv, std::cout, std::cerr);
}
