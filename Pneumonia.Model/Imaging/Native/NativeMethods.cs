using System.Runtime.InteropServices;

namespace Pneumonia.Model.Imaging.Native;

/// <summary>The functions of <c>libpneumonia_imaging.so</c>. All return 0, or 1 with a message in <c>pni_last_error</c>; no pointer is
/// kept beyond the call.</summary>
internal static partial class NativeMethods
{
    private const string Library = "pneumonia_imaging";

    [LibraryImport(Library)]
    internal static partial nint pni_last_error();

    [LibraryImport(Library)]
    internal static partial int pni_decode(
        ReadOnlySpan<byte> bytes, long size, RadiographFormat format, int orientation,
        out NativeImage image, out int width, out int height, out int bits, out double chroma);

    [LibraryImport(Library)]
    internal static partial int pni_image_copy(NativeImage image, int inverted, Span<ushort> pixels);

    [LibraryImport(Library)]
    internal static partial void pni_image_free(nint image);

    [LibraryImport(Library)]
    internal static partial int pni_encode_png(
        int width, int height, int type, ReadOnlySpan<byte> pixels, out NativeBuffer buffer, out long size);

    [LibraryImport(Library)]
    internal static partial int pni_encode_jpeg(
        int width, int height, ReadOnlySpan<byte> pixels, int quality, out NativeBuffer buffer, out long size);

    [LibraryImport(Library)]
    internal static partial int pni_buffer_copy(NativeBuffer buffer, Span<byte> bytes);

    [LibraryImport(Library)]
    internal static partial void pni_buffer_free(nint buffer);

    [LibraryImport(Library)]
    internal static partial int pni_resize(
        ReadOnlySpan<ushort> pixels, int width, int height, Span<float> output, int outWidth, int outHeight, int interpolation);

    [LibraryImport(Library)]
    internal static partial int pni_resize_map(
        ReadOnlySpan<float> map, int width, int height, Span<float> output, int outWidth, int outHeight);

    [LibraryImport(Library)]
    internal static partial int pni_color_map(Span<byte> rgb);

    /// <summary>Throws what the native side left as its message, unless <paramref name="status"/> is 0.</summary>
    /// <exception cref="NativeImagingException">The call failed.</exception>
    internal static void Verify(int status)
    {
        if (status != 0)
        {
            throw new NativeImagingException(Marshal.PtrToStringUTF8(pni_last_error()) ?? "unknown error");
        }
    }
}
