#include <png.h>

#include <csetjmp>
#include <cstring>
#include <stdexcept>

#include "readers.h"

namespace {

struct PngReader {
    png_structp png = nullptr;
    png_infop info = nullptr;
    const uint8_t* next = nullptr;
    size_t left = 0;
    std::jmp_buf failed{};
    char message[256]{};
    std::vector<png_bytep> rows;
    cv::Mat pixels;

    ~PngReader() { png_destroy_read_struct(&png, &info, nullptr); }
};

// libpng is C: an exception must not pass through it.
[[noreturn]] void on_error(png_structp png, png_const_charp message) {
    auto& reader = *static_cast<PngReader*>(png_get_error_ptr(png));
    std::strncpy(reader.message, message, sizeof reader.message - 1);
    std::longjmp(reader.failed, 1);
}

// A warning that concerns the pixels' data is an error; those about colour profiles and text are of no interest.
void on_warning(png_structp png, png_const_charp message) {
    if (std::strncmp(message, "IDAT", 4) == 0) on_error(png, message);
}

void on_read(png_structp png, png_bytep bytes, size_t size) {
    auto& reader = *static_cast<PngReader*>(png_get_io_ptr(png));
    if (size > reader.left) on_error(png, "the file is cut short");
    std::memcpy(bytes, reader.next, size);
    reader.next += size;
    reader.left -= size;
}

// No object with a destructor may live between setjmp and longjmp: all of them are the reader's.
bool read(PngReader& reader, const uint8_t* bytes, size_t size) {
    if (setjmp(reader.failed)) return false;
    reader.next = bytes;
    reader.left = size;
    reader.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader, on_error, on_warning);
    reader.info = png_create_info_struct(reader.png);
    png_set_read_fn(reader.png, &reader, on_read);
    // Text, colour profiles and gamma are not looked at: grey levels are taken as they are stored, as in all other formats.
    png_set_keep_unknown_chunks(reader.png, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
    png_read_info(reader.png, reader.info);

    const int depth = png_get_bit_depth(reader.png, reader.info);
    const int color = png_get_color_type(reader.png, reader.info);
    png_set_expand(reader.png);
    png_set_strip_alpha(reader.png);
    png_set_swap(reader.png);
    const bool is_coloured = color & PNG_COLOR_MASK_COLOR;
    if (is_coloured) png_set_bgr(reader.png);
    png_set_interlace_handling(reader.png);
    png_read_update_info(reader.png, reader.info);

    const int height = static_cast<int>(png_get_image_height(reader.png, reader.info));
    const int width = static_cast<int>(png_get_image_width(reader.png, reader.info));
    reader.pixels.create(height, width, CV_MAKETYPE(depth == 16 ? CV_16U : CV_8U, is_coloured ? 3 : 1));
    if (png_get_rowbytes(reader.png, reader.info) != reader.pixels.step) on_error(reader.png, "neither grey nor in colour");
    reader.rows.resize(height);
    for (int y = 0; y < height; y++) reader.rows[y] = reader.pixels.ptr(y);
    png_read_image(reader.png, reader.rows.data());
    png_read_end(reader.png, nullptr);
    return true;
}

}  // namespace

Picture read_png(const uint8_t* bytes, size_t size) {
    PngReader reader;
    if (!read(reader, bytes, size)) throw std::runtime_error(reader.message);
    return reader.pixels.channels() == 3 ? from_colour(reader.pixels) : Picture{reader.pixels};
}
