#include <opencv2/imgcodecs.hpp>

#include <memory>
#include <stdexcept>

#include "readers.h"

namespace {

// The values of RadiographFormat.
enum Format { JPEG = 0, PNG = 1 };

cv::Mat read_other(const uint8_t* bytes, size_t size) {
    const Mute mute;
    const cv::Mat in(1, static_cast<int>(size), CV_8U, const_cast<uint8_t*>(bytes));
    return cv::imdecode(in, cv::IMREAD_GRAYSCALE | cv::IMREAD_ANYDEPTH | cv::IMREAD_IGNORE_ORIENTATION);
}

}  // namespace

// Decodes to grey of 8 or 16 bits, turned upright from `orientation` (EXIF, 1 to 8). The caller frees the image.
EXPORT int pni_decode(const uint8_t* bytes, int64_t size, int format, int orientation,
                      cv::Mat** image, int* width, int* height, int* bits) {
    return guard::run([&] {
        const auto read = format == JPEG ? read_jpeg : format == PNG ? read_png : read_other;
        const cv::Mat stored = read(bytes, size);
        if (stored.empty() || (stored.type() != CV_8U && stored.type() != CV_16U)) {
            throw std::runtime_error("the pixels cannot be decoded");
        }
        auto result = std::make_unique<cv::Mat>(upright(stored, orientation));
        *width = result->cols;
        *height = result->rows;
        *bits = result->depth() == CV_8U ? 8 : 16;
        *image = result.release();
    });
}
