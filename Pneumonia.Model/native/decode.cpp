#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cstdlib>
#include <memory>
#include <stdexcept>

#include "readers.h"

namespace {

// The values of RadiographFormat.
enum Format { JPEG = 0, PNG = 1 };

Picture read_other(const uint8_t* bytes, size_t size) {
    const Mute mute;
    const cv::Mat in(1, static_cast<int>(size), CV_8U, const_cast<uint8_t*>(bytes));
    const cv::Mat stored = cv::imdecode(in, cv::IMREAD_ANYCOLOR | cv::IMREAD_ANYDEPTH | cv::IMREAD_IGNORE_ORIENTATION);
    return stored.channels() == 3 ? from_colour(stored) : Picture{stored};
}

// Of the sums over all pixels of |B - Y| and |R - Y|: Cb and Cr are these, scaled to half of white at the most.
template <typename T>
double chroma_of(const cv::Mat& bgr, const cv::Mat& grey, double white) {
    double blue = 0, red = 0;
    for (int y = 0; y < bgr.rows; y++) {
        const T* colour = bgr.ptr<T>(y);
        const T* luma = grey.ptr<T>(y);
        int64_t blues = 0, reds = 0;
        for (int x = 0; x < bgr.cols; x++) {
            blues += std::abs(colour[3 * x] - luma[x]);
            reds += std::abs(colour[3 * x + 2] - luma[x]);
        }
        blue += static_cast<double>(blues);
        red += static_cast<double>(reds);
    }
    return (blue / 1.772 + red / 1.402) / (white * bgr.total());
}

}  // namespace

Picture from_colour(const cv::Mat& bgr) {
    Picture picture;
    cv::cvtColor(bgr, picture.grey, cv::COLOR_BGR2GRAY);
    picture.chroma = bgr.depth() == CV_8U ? chroma_of<uint8_t>(bgr, picture.grey, 255) : chroma_of<uint16_t>(bgr, picture.grey, 65535);
    return picture;
}

// Decodes to grey of 8 or 16 bits, turned upright from `orientation` (EXIF, 1 to 8); `chroma` as in Picture. The caller frees the image.
EXPORT int pni_decode(const uint8_t* bytes, int64_t size, int format, int orientation,
                      cv::Mat** image, int* width, int* height, int* bits, double* chroma) {
    return guard::run([&] {
        const auto read = format == JPEG ? read_jpeg : format == PNG ? read_png : read_other;
        const Picture picture = read(bytes, size);
        const cv::Mat& stored = picture.grey;
        if (stored.empty() || (stored.type() != CV_8U && stored.type() != CV_16U)) {
            throw std::runtime_error("the pixels cannot be decoded");
        }
        auto result = std::make_unique<cv::Mat>(upright(stored, orientation));
        *width = result->cols;
        *height = result->rows;
        *chroma = picture.chroma;
        *bits = result->depth() == CV_8U ? 8 : 16;
        *image = result.release();
    });
}
