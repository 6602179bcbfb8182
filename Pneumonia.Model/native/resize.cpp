#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

#include "image.h"

namespace {

// The weights that make one output sample out of its neighbours, starting at input sample `first`.
struct Taps {
    int first;
    std::vector<float> weights;
};

// A triangle as wide as two output samples, so that reducing an image averages all of it (Pillow's BILINEAR, torch's antialias).
// Enlarging, it is plain bilinear interpolation with half-pixel centres.
std::vector<Taps> triangle(int in, int out) {
    const double scale = static_cast<double>(in) / out;
    const double support = std::max(scale, 1.0);
    std::vector<Taps> all(out);
    for (int i = 0; i < out; i++) {
        const double centre = (i + 0.5) * scale;
        const int first = std::max(0, static_cast<int>(centre - support + 0.5));
        const int last = std::min(in, static_cast<int>(centre + support + 0.5));
        Taps taps{first, std::vector<float>(std::max(last - first, 1), 1)};
        double sum = 0;
        for (int j = first; j < last; j++) {
            const double weight = std::max(0.0, 1 - std::abs((j + 0.5 - centre) / support));
            taps.weights[j - first] = static_cast<float>(weight);
            sum += weight;
        }
        for (float& weight : taps.weights) weight = static_cast<float>(weight / sum);
        all[i] = std::move(taps);
    }
    return all;
}

void resize_antialiased(const cv::Mat& in, cv::Mat& out) {
    const auto columns = triangle(in.cols, out.cols);
    const auto rows = triangle(in.rows, out.rows);
    out.setTo(0);
    std::vector<float> line(out.cols);
    // Input rows are visited once, each added to the (at most a few) output rows that see it.
    int begin = 0;
    for (int y = 0; y < in.rows; y++) {
        const auto past = [&](const Taps& taps) { return y >= taps.first + static_cast<int>(taps.weights.size()); };
        while (begin < out.rows && past(rows[begin])) begin++;
        if (begin == out.rows || rows[begin].first > y) continue;

        const uint16_t* pixels = in.ptr<uint16_t>(y);
        for (int x = 0; x < out.cols; x++) {
            const Taps& taps = columns[x];
            float sum = 0;
            for (size_t k = 0; k < taps.weights.size(); k++) sum += taps.weights[k] * pixels[taps.first + k];
            line[x] = sum;
        }
        for (int i = begin; i < out.rows && rows[i].first <= y; i++) {
            if (past(rows[i])) continue;
            const float weight = rows[i].weights[y - rows[i].first];
            float* target = out.ptr<float>(i);
            for (int x = 0; x < out.cols; x++) target[x] += weight * line[x];
        }
    }
    out *= 1.0 / 65535;
}

}  // namespace

// Resizes 16-bit grey to floats from 0 to 1. Interpolation: 0 antialiased bilinear, 1 area, 2 bilinear.
EXPORT int pni_resize(const uint16_t* pixels, int width, int height,
                      float* out, int out_width, int out_height, int interpolation) {
    return guard::run([&] {
        const cv::Mat in(height, width, CV_16U, const_cast<uint16_t*>(pixels));
        cv::Mat result(out_height, out_width, CV_32F, out);
        if (in.size() == result.size()) {
            in.convertTo(result, CV_32F, 1.0 / 65535);
        } else if (interpolation == 0) {
            resize_antialiased(in, result);
        } else {
            cv::Mat resized;
            cv::resize(in, resized, result.size(), 0, 0, interpolation == 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
            resized.convertTo(result, CV_32F, 1.0 / 65535);
        }
    });
}

// Resizes floats, bilinear with half-pixel centres.
EXPORT int pni_resize_map(const float* map, int width, int height, float* out, int out_width, int out_height) {
    return guard::run([&] {
        const cv::Mat in(height, width, CV_32F, const_cast<float*>(map));
        cv::Mat result(out_height, out_width, CV_32F, out);
        cv::resize(in, result, result.size(), 0, 0, cv::INTER_LINEAR);
    });
}
