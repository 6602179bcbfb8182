#include <opencv2/imgcodecs.hpp>

#include <memory>
#include <stdexcept>

#include "image.h"

namespace {

int pni_encode(const char* extension, const cv::Mat& pixels, const std::vector<int>& options, Buffer** buffer, int64_t* size) {
    return guard::run([&] {
        auto out = std::make_unique<Buffer>();
        if (!cv::imencode(extension, pixels, *out, options)) throw std::runtime_error("the image cannot be encoded");
        *size = static_cast<int64_t>(out->size());
        *buffer = out.release();
    });
}

}  // namespace

// The caller frees the buffer. `type` is a cv::Mat type: CV_8UC1, CV_16UC1 or CV_8UC4 (in the order BGRA).
EXPORT int pni_encode_png(int width, int height, int type, const void* pixels, Buffer** buffer, int64_t* size) {
    return pni_encode(".png", cv::Mat(height, width, type, const_cast<void*>(pixels)), {}, buffer, size);
}

EXPORT int pni_encode_jpeg(int width, int height, const uint8_t* pixels, int quality, Buffer** buffer, int64_t* size) {
    const cv::Mat in(height, width, CV_8U, const_cast<uint8_t*>(pixels));
    return pni_encode(".jpg", in, {cv::IMWRITE_JPEG_QUALITY, quality}, buffer, size);
}
