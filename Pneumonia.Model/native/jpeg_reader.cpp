#include <cstdio>
#include <jpeglib.h>
#include <jerror.h>

#include <algorithm>
#include <cstdlib>
#include <csetjmp>
#include <cstring>
#include <iterator>
#include <stdexcept>

#include "readers.h"

namespace {

struct JpegReader {
    jpeg_decompress_struct jpeg{};
    jpeg_error_mgr errors{};
    std::jmp_buf failed{};
    char message[JMSG_LENGTH_MAX]{};
    std::vector<uint8_t> line;
    cv::Mat grey;
    double chroma = 0;

    ~JpegReader() { jpeg_destroy_decompress(&jpeg); }
};

// libjpeg is C: an exception must not pass through it.
[[noreturn]] void on_error(j_common_ptr jpeg) {
    auto& reader = *static_cast<JpegReader*>(jpeg->client_data);
    jpeg->err->format_message(jpeg, reader.message);
    std::longjmp(reader.failed, 1);
}

// libjpeg goes on after missing or broken data, fills with grey and only warns, which OpenCV does not pass on.
// Here such a warning is an error.
void on_message(j_common_ptr jpeg, int level) {
    const int code = jpeg->err->msg_code;
    if (level < 0 && (code == JWRN_HIT_MARKER || code == JWRN_JPEG_EOF || code == JWRN_HUFF_BAD_CODE ||
                      code == JWRN_ARITH_BAD_CODE || code == JWRN_MUST_RESYNC)) {
        on_error(jpeg);
    }
}

void on_output(j_common_ptr) {}

// Adobe's programs store CMYK inverted: a level is the light that is left. ITU-R BT.601 luma, as libjpeg's own.
uint8_t to_grey(const uint8_t* p, bool ink, bool inverted) {
    const auto light = [&](int i) { return ink && !inverted ? 255 - p[i] : p[i]; };
    const int luma = (299 * light(0) + 587 * light(1) + 114 * light(2) + 500) / 1000;
    return static_cast<uint8_t>(ink ? (luma * light(3) + 127) / 255 : luma);
}

int level(uint8_t value) { return std::abs(value - 128); }

// Grey levels of a line in luma and chroma; returns the sum of |Cb| + |Cr|.
int64_t split_line(const uint8_t* line, uint8_t* out, JDIMENSION width) {
    int64_t sum = 0;
    for (JDIMENSION x = 0; x < width; x++, line += 3) {
        out[x] = line[0];
        sum += level(line[1]) + level(line[2]);
    }
    return sum;
}

// Whether every scan of a progressive file has come: no coefficient's bits are missing. Only brightness counts.
bool has_all_scans(const jpeg_decompress_struct& jpeg) {
    if (!jpeg.progressive_mode) return true;
    const auto& bits = jpeg.coef_bits[0];
    return std::all_of(std::begin(bits), std::end(bits), [](int missing) { return missing == 0; });
}

// No object with a destructor may live between setjmp and longjmp: all of them are the reader's.
bool read(JpegReader& reader, const uint8_t* bytes, size_t size) {
    auto& jpeg = reader.jpeg;
    jpeg.err = jpeg_std_error(&reader.errors);
    jpeg.client_data = &reader;
    reader.errors.error_exit = on_error;
    reader.errors.emit_message = on_message;
    reader.errors.output_message = on_output;
    if (setjmp(reader.failed)) return false;

    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, bytes, size);
    jpeg_read_header(&jpeg, TRUE);
    const bool ink = jpeg.num_components == 4;
    const bool direct = jpeg.jpeg_color_space == JCS_GRAYSCALE;
    const bool separate = jpeg.jpeg_color_space == JCS_YCbCr;
    jpeg.out_color_space = ink ? JCS_CMYK : direct ? JCS_GRAYSCALE : separate ? JCS_YCbCr : JCS_RGB;
    // Chroma is only summed up: smoothing it would cost time for nothing.
    if (separate) jpeg.do_fancy_upsampling = FALSE;
    jpeg_start_decompress(&jpeg);
    if (!has_all_scans(jpeg)) {
        std::strcpy(reader.message, "scans are missing");
        return false;
    }

    const int channels = jpeg.output_components;
    reader.grey.create(jpeg.output_height, jpeg.output_width, CV_8U);
    reader.line.resize(direct ? 0 : static_cast<size_t>(jpeg.output_width) * channels);
    while (jpeg.output_scanline < jpeg.output_height) {
        uint8_t* out = reader.grey.ptr<uint8_t>(jpeg.output_scanline);
        JSAMPROW row = direct ? out : reader.line.data();
        jpeg_read_scanlines(&jpeg, &row, 1);
        if (separate) reader.chroma += static_cast<double>(split_line(row, out, jpeg.output_width));
        for (JDIMENSION x = 0; !direct && !separate && x < jpeg.output_width; x++) {
            out[x] = to_grey(&reader.line[static_cast<size_t>(x) * channels], ink, jpeg.saw_Adobe_marker);
        }
    }
    reader.chroma /= 255.0 * jpeg.output_width * jpeg.output_height;
    jpeg_finish_decompress(&jpeg);
    return true;
}

}  // namespace

Picture read_jpeg(const uint8_t* bytes, size_t size) {
    JpegReader reader;
    if (!read(reader, bytes, size)) throw std::runtime_error(reader.message);
    return {reader.grey, reader.chroma};
}
