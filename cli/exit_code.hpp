/// What the program tells the shell.
#pragma once

namespace cellbook::cli {

enum ExitCode : int {
    exit_ok = 0,
    exit_data = 1,           ///< the input is wrong, or a check failed
    exit_usage = 2,          ///< the command line is wrong
    exit_storage = 3,        ///< a disk, a file or the database refused
    exit_interrupted = 130,  ///< Ctrl-C: the book is as it was
};

}  // namespace cellbook::cli
