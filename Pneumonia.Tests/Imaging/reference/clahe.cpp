// Writes clahe.json: images and what OpenCV's CLAHE (clip limit 2, 8 x 8 tiles) makes of them.
// Run: g++ -I/usr/include/opencv4 clahe.cpp -lopencv_core -lopencv_imgproc -o /tmp/clahe && /tmp/clahe > clahe.json
#include <opencv2/imgproc.hpp>

#include <cstdio>

static void print(const char* name, const cv::Mat& image) {
    std::printf("\"%s\":[", name);
    for (int i = 0; i < image.rows * image.cols; i++) std::printf(i ? ",%d" : "%d", image.data[i]);
    std::printf("]");
}

int main() {
    const cv::Size sizes[] = {{64, 48}, {37, 50}, {32, 33}, {5, 3}};
    std::printf("[");
    for (const auto& size : sizes) {
        cv::Mat image(size, CV_8U), equalised;
        cv::RNG random(size.width);
        for (int y = 0; y < size.height; y++)
            for (int x = 0; x < size.width; x++)
                image.at<uchar>(y, x) = cv::saturate_cast<uchar>(60 + 90.0 * x / size.width + 40.0 * y / size.height + random.gaussian(12));
        cv::createCLAHE(2, cv::Size(8, 8))->apply(image, equalised);
        std::printf("%s{\"width\":%d,", &size == sizes ? "" : ",\n", size.width);
        print("image", image);
        std::printf(",");
        print("equalised", equalised);
        std::printf("}");
    }
    std::printf("]\n");
}
