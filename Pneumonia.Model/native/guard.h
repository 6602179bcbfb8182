#pragma once
// The one place where C++ exceptions stop. Every exported function returns 0, or 1 after leaving its message in
// guard::last_error, whatever was thrown: nothing crosses into .NET and nothing ends the process.
#include <exception>
#include <string>

#define EXPORT extern "C" __attribute__((visibility("default")))

namespace guard {

inline thread_local std::string last_error;

inline void remember(const char* message) noexcept {
    try {
        last_error = message;
    } catch (...) {
        last_error.clear();  // no memory even for the message: an empty one says so
    }
}

template <class Body>
int run(Body&& body) noexcept {
    try {
        body();
        return 0;
    } catch (const std::exception& e) {
        remember(e.what());
    } catch (...) {
        remember("an exception that is not a std::exception");
    }
    return 1;
}

}  // namespace guard
