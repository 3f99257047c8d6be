/// Work handed from one thread to another in blocks, in order.
#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>

namespace cellbook {

/// One thread fills blocks, another works on them in the same order. The second thread begins with
/// the first block that is handed over, so that little work never starts one.
/// *Requires*: one thread fills; `Block` is default-made, and `work` empties it.
template <class Block>
class Handover {
public:
    /// `work` says by its result whether anything more is wanted; blocks after a false, or after
    /// something thrown, are not worked on.
    explicit Handover(std::function<bool(Block&)> work) : work_(std::move(work)) {}
    Handover(const Handover&) = delete;
    Handover& operator=(const Handover&) = delete;
    /// What was handed over is finished first.
    ~Handover() {
        if (!thread_.joinable()) return;
        {
            const std::lock_guard lock{mutex_};
            ending_ = true;
        }
        changed_.notify_all();
        thread_.join();
    }

    /// The block that is being filled.
    Block& filling() { return blocks_[filling_]; }

    /// Gives that block away and goes on with an empty one. False once nothing more is wanted.
    bool hand_over() {
        std::unique_lock lock{mutex_};
        if (!thread_.joinable()) thread_ = std::thread{[this] { work_on_blocks(); }};
        ++waiting_;
        changed_.notify_all();
        changed_.wait(lock, [&] { return waiting_ < block_count; });
        filling_ = (filling_ + 1) % block_count;
        return going_on_;
    }

    /// Waits for all that was handed over; what is in the block being filled is then worked on
    /// here. Throws what `work` threw. False once nothing more is wanted.
    bool settle() {
        if (thread_.joinable()) {
            std::unique_lock lock{mutex_};
            changed_.wait(lock, [&] { return waiting_ == 0; });
            if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
        }
        // The other thread has nothing to do now, so there is no one to share this with.
        going_on_ = going_on_ && work_(filling());
        return going_on_;
    }

private:
    static constexpr std::size_t block_count = 3;

    void work_on_blocks() {
        std::size_t at = 0;
        for (std::unique_lock lock{mutex_};;) {
            changed_.wait(lock, [&] { return waiting_ > 0 || ending_; });
            if (waiting_ == 0) return;
            bool more = going_on_;
            lock.unlock();
            std::exception_ptr thrown;
            try {
                more = more && work_(blocks_[at]);
            } catch (...) {
                thrown = std::current_exception();
            }
            at = (at + 1) % block_count;
            lock.lock();
            going_on_ = more && !thrown;
            if (thrown) failure_ = thrown;
            --waiting_;
            changed_.notify_all();
        }
    }

    std::function<bool(Block&)> work_;
    std::array<Block, block_count> blocks_{};
    std::size_t filling_ = 0;

    std::mutex mutex_{};
    std::condition_variable changed_{};
    std::size_t waiting_ = 0;  ///< blocks handed over and not worked on yet
    bool ending_ = false;
    bool going_on_ = true;
    std::exception_ptr failure_{};
    std::thread thread_{};
};

}  // namespace cellbook
