#pragma once
#include "image.h"

// Both throw where any pixel is missing or damaged, which OpenCV's own readers pass over or write to the terminal about.
// The result is grey of 8 bits, or of 16 from a PNG of 16, as stored: orientation is not applied.
cv::Mat read_jpeg(const uint8_t* bytes, size_t size);
cv::Mat read_png(const uint8_t* bytes, size_t size);
