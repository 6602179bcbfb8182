using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Model.Data;

namespace Pneumonia.Model.Lungs;

/// <summary>X-rays that have a mask of their lungs.</summary>
/// <param name="Data">The X-rays, without the test split.</param>
/// <param name="Pairs">Each image with the path of its mask, in the data set's order.</param>
internal sealed record LungFiles(DataSet Data, IReadOnlyList<(XRay Image, string Mask)> Pairs)
{
    private const string MaskExtension = ".png";

    /// <summary>Images that have none.</summary>
    public int WithoutMask => Data.Images.Count - Pairs.Count;

    /// <summary>Finds the masks of a data set's images: files of the same names, but for the extension, in the same folders within another.</summary>
    /// <param name="data">Folder of the X-rays.</param>
    /// <param name="masks">Folder of the masks.</param>
    /// <exception cref="UserException">There are no images, or no masks of them.</exception>
    public static LungFiles Open(string data, string masks)
    {
        if (!Directory.Exists(masks))
        {
            throw new UserException($"--masks {masks}: there is no such folder.");
        }

        var images = DataSet.Open(data, excludeTest: true);
        (XRay Image, string Mask)[] pairs =
        [
            .. images.Images.Select(image => (image, Path.Combine(masks, Path.ChangeExtension(images.NameOf(image), MaskExtension))))
                .Where(pair => File.Exists(pair.Item2)),
        ];
        if (pairs.Length == 0)
        {
            var image = images.NameOf(images.Images[0]);
            throw new UserException($"--masks {masks}: none of the {images.Images.Count} images has a mask there; that of {image} would be {Path.ChangeExtension(image, MaskExtension)}.");
        }

        return new LungFiles(images, pairs);
    }
}
