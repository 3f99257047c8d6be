/// Pictures of tables in csv files.
#pragma once

#include <string>

#include "cli/environment.hpp"
#include "cli/plot/picture.hpp"
#include "cli/plot/plot_list.hpp"

namespace cellbook::cli {

/// The picture of the csv file that is the only word of the query, `-` for standard input; its
/// source line says the file and the digest of its bytes. The x axis is one of numbers when the
/// column holds nothing else, unless bars are drawn. Throws UsageError, InputError, StorageError.
Picture table_file_picture(const PlotFlags& flags, const Environment& environment);

}  // namespace cellbook::cli
