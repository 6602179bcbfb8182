using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Tests.Lungs;

/// <summary>A picture, or a mask, whose content lies elsewhere.</summary>
internal static class MovedPicture
{
    /// <summary>Writes a file whose columns are moved to the right, black on the left; negative: the other way round.</summary>
    public static void Write(string from, string to, int columns)
    {
        var picture = new RadiographDecoder(asStored: true).DecodeFile(from);
        var levels = picture.Pixels.ToArray();
        var moved = new byte[levels.Length];
        for (var i = 0; i < moved.Length; i++)
        {
            var column = (i % picture.Width) - columns;
            moved[i] = column >= 0 && column < picture.Width ? (byte)(levels[i - columns] / 257) : (byte)0;
        }

        var bytes = Path.GetExtension(to) == ".png"
            ? ImageEncoder.GreyPng(picture.Width, picture.Height, moved)
            : ImageEncoder.GreyJpeg(picture.Width, picture.Height, moved, quality: 90);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.WriteAllBytes(to, bytes);
    }
}
