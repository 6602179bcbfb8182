#pragma once
#include "image.h"

// A decoded image: grey of 8 or 16 bits, and how far from grey its pixels were: mean of |Cb| + |Cr| (ITU-R BT.601), 0 to 1.
struct Picture {
    cv::Mat grey;
    double chroma = 0;
};

// Grey of a picture in colour, channels in the order blue, green, red, 8 or 16 bits.
Picture from_colour(const cv::Mat& bgr);

// Both throw where any pixel is missing or damaged, which OpenCV's own readers pass over or write to the terminal about.
// The result is grey of 8 bits, or of 16 from a PNG of 16, as stored: orientation is not applied.
Picture read_jpeg(const uint8_t* bytes, size_t size);
Picture read_png(const uint8_t* bytes, size_t size);
