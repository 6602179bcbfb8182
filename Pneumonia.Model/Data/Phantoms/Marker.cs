namespace Pneumonia.Model.Data.Phantoms;

/// <summary>Burns the word SYNTHETIC into a corner, as hospitals burn in their side markers.</summary>
internal static class Marker
{
    private const string Word = "SYNTHETIC";
    private const int LetterRows = 7;
    private const int LetterColumns = 6;
    private const byte Grey = 235;

    // A byte a row; the lowest five bits are its columns from left to right, the sixth column is the gap.
    private static readonly Dictionary<char, byte[]> s_letters = new()
    {
        ['S'] = [0x0F, 0x10, 0x10, 0x0E, 0x01, 0x01, 0x1E],
        ['Y'] = [0x11, 0x11, 0x0A, 0x04, 0x04, 0x04, 0x04],
        ['N'] = [0x11, 0x19, 0x15, 0x13, 0x11, 0x11, 0x11],
        ['T'] = [0x1F, 0x04, 0x04, 0x04, 0x04, 0x04, 0x04],
        ['H'] = [0x11, 0x11, 0x11, 0x1F, 0x11, 0x11, 0x11],
        ['E'] = [0x1F, 0x10, 0x10, 0x1E, 0x10, 0x10, 0x1F],
        ['I'] = [0x0E, 0x04, 0x04, 0x04, 0x04, 0x04, 0x0E],
        ['C'] = [0x0F, 0x10, 0x10, 0x10, 0x10, 0x10, 0x0F],
    };

    /// <summary>Burns it in.</summary>
    /// <param name="pixels">The image, square.</param>
    /// <param name="size">Its columns and rows.</param>
    /// <param name="corner">Bit 0: right, bit 1: bottom.</param>
    public static void Burn(byte[] pixels, int size, int corner)
    {
        var (dot, margin) = (Math.Max(1, size / 256), Math.Max(2, size / 64));
        var (width, height) = (dot * LetterColumns * Word.Length, dot * LetterRows);
        var left = (corner & 1) == 0 ? margin : size - margin - width;
        var top = (corner & 2) == 0 ? margin : size - margin - height;
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                var letter = s_letters[Word[column / dot / LetterColumns]];
                var bit = LetterColumns - 2 - column / dot % LetterColumns;
                if (bit >= 0 && (letter[row / dot] >> bit & 1) == 1)
                {
                    pixels[(top + row) * size + left + column] = Grey;
                }
            }
        }
    }
}
