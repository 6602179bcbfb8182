using JpegLibrary;
using Pneumonia.Core.Imaging.Headers;

namespace Pneumonia.Core.Imaging.Dicom;

/// <summary>Decodes JPEG images of any precision: baseline, extended, progressive and lossless (ITU-T T.81), by JpegLibrary.</summary>
internal static class JpegSamples
{
    /// <summary>Decodes one; of colour, the first component, its luminance.</summary>
    /// <exception cref="InvalidHeaderException">It is damaged, or of a kind that is not read.</exception>
    public static StoredPixels Decode(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var decoder = new JpegDecoder();
            decoder.SetInput(bytes);
            decoder.Identify();
            var writer = new Writer(decoder.Width, decoder.Height, decoder.Precision);
            decoder.SetOutputWriter(writer);
            decoder.Decode();
            return new StoredPixels(decoder.Width, decoder.Height, writer.Values);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or NotSupportedException or ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidHeaderException("the JPEG image in the DICOM file is damaged, or of a kind that is not read");
        }
    }

    private sealed class Writer(int width, int height, int precision) : JpegBlockOutputWriter
    {
        private const int Block = 8;

        public int[] Values { get; } = new int[(long)width * height];

        public override void WriteBlock(ref short blockRef, int componentIndex, int x, int y)
        {
            if (componentIndex != 0)
            {
                return;
            }

            var block = System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(ref blockRef, Block * Block);
            for (var row = 0; row < Block && y + row < height; row++)
            {
                for (var column = 0; column < Block && x + column < width; column++)
                {
                    // Sixteen bits come as they are; of fewer, what was lost may lead beyond them.
                    var value = block[(row * Block) + column];
                    Values[((y + row) * width) + x + column] = precision == 16 ? (ushort)value : Math.Clamp((int)value, 0, (1 << precision) - 1);
                }
            }
        }
    }
}
