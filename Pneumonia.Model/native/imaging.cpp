#include "image.h"

#include <opencv2/core/utils/logger.hpp>

#include <iostream>
#include <streambuf>

namespace {

// OpenCV writes what it thinks of a bad image to std::cerr. Bad images are ordinary input here, and the caller already gets
// the message, so a thread is muted while it decodes; what other threads and libraries write passes through.
thread_local bool muted = false;

class MutableBuffer : public std::streambuf {
public:
    explicit MutableBuffer(std::streambuf* target) : target_(target) {}

protected:
    int_type overflow(int_type c) override {
        const bool nothing = traits_type::eq_int_type(c, traits_type::eof());
        return muted || nothing ? traits_type::not_eof(c) : target_->sputc(traits_type::to_char_type(c));
    }
    std::streamsize xsputn(const char* text, std::streamsize size) override { return muted ? size : target_->sputn(text, size); }
    int sync() override { return muted ? 0 : target_->pubsync(); }

private:
    std::streambuf* target_;
};

int ignore_error(int, const char*, const char*, const char*, int, void*) { return 0; }

bool silence_opencv() {
    // Never freed: std::cerr is written to until the very end of the process.
    std::cerr.rdbuf(new MutableBuffer(std::cerr.rdbuf()));
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    cv::redirectError(ignore_error);
    // Files are decoded side by side by the callers; OpenCV's own threads would only fight them for the cores.
    cv::setNumThreads(1);
    return true;
}

const bool silenced = silence_opencv();

}  // namespace

Mute::Mute() { muted = silenced; }
Mute::~Mute() { muted = false; }

// The EXIF orientations 1 to 8 (EXIF 2.32, section 4.6.4) as what brings the stored pixels upright.
cv::Mat upright(const cv::Mat& stored, int orientation) {
    cv::Mat turned = stored;
    if (orientation >= 5) cv::transpose(stored, turned);
    switch (orientation) {
        case 2: case 6: cv::flip(turned, turned, 1); break;
        case 3: case 7: cv::flip(turned, turned, -1); break;
        case 4: case 8: cv::flip(turned, turned, 0); break;
        default: break;
    }
    return turned;
}

// Message of the last failed call on this thread. Valid until the next failed call on the same thread.
EXPORT const char* pni_last_error() { return guard::last_error.c_str(); }

// Pixels as 16-bit grey, turned round where `inverted`; an 8-bit level v becomes v * 257. `pixels` has room for width * height of them.
EXPORT int pni_image_copy(const cv::Mat* image, int inverted, uint16_t* pixels) {
    return guard::run([&] {
        cv::Mat out(image->size(), CV_16U, pixels);
        const double scale = image->depth() == CV_8U ? 257 : 1;
        image->convertTo(out, CV_16U, inverted ? -scale : scale, inverted ? 65535 : 0);
    });
}

EXPORT void pni_image_free(cv::Mat* image) { delete image; }

EXPORT int pni_buffer_copy(const Buffer* buffer, uint8_t* bytes) {
    return guard::run([&] { std::copy(buffer->begin(), buffer->end(), bytes); });
}

EXPORT void pni_buffer_free(Buffer* buffer) { delete buffer; }
