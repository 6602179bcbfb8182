#include <opencv2/imgproc.hpp>

#include <numeric>

#include "image.h"

// The 256 colours of the inferno map as red, green and blue bytes.
EXPORT int pni_color_map(uint8_t* rgb) {
    return guard::run([&] {
        cv::Mat levels(256, 1, CV_8U);
        std::iota(levels.begin<uint8_t>(), levels.end<uint8_t>(), static_cast<uint8_t>(0));
        cv::Mat colours;
        cv::applyColorMap(levels, colours, cv::COLORMAP_INFERNO);
        cv::Mat out(256, 1, CV_8UC3, rgb);
        cv::cvtColor(colours, out, cv::COLOR_BGR2RGB);
    });
}
