#pragma once
#include <opencv2/core.hpp>

#include <cstdint>
#include <vector>

#include "guard.h"

using Buffer = std::vector<uint8_t>;

// While it lives, this thread's std::cerr is silent.
struct Mute {
    Mute();
    ~Mute();
};

// Undoes the EXIF orientation (1 to 8) of stored pixels.
cv::Mat upright(const cv::Mat& stored, int orientation);
