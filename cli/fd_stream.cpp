#include "cli/fd_stream.hpp"

#include <unistd.h>

#include <cerrno>

namespace cellbook::cli {

FdBuffer::FdBuffer(int descriptor) : descriptor_{descriptor} {
    setp(bytes_.data(), bytes_.data() + bytes_.size());
}

bool FdBuffer::write_all() {
    const char* from = pbase();
    while (error_ == 0 && from != pptr()) {
        const auto written = ::write(descriptor_, from, static_cast<std::size_t>(pptr() - from));
        if (written >= 0) {
            from += written;
        } else if (errno != EINTR) {
            error_ = errno;
        }
    }
    setp(bytes_.data(), bytes_.data() + bytes_.size());
    return error_ == 0;
}

FdBuffer::int_type FdBuffer::overflow(int_type character) {
    if (!write_all()) return traits_type::eof();
    if (!traits_type::eq_int_type(character, traits_type::eof())) {
        *pptr() = traits_type::to_char_type(character);
        pbump(1);
    }
    return traits_type::not_eof(character);
}

int FdBuffer::sync() {
    return write_all() ? 0 : -1;
}

}  // namespace cellbook::cli
