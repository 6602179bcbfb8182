using System.Text.Json;
using Pneumonia.Core.Files;
using Pneumonia.Model.Data;

namespace Pneumonia.Model.Training.Images;

/// <summary>Tells whether two trainings saw the same images, without naming any.</summary>
internal static class DataFingerprints
{
    /// <summary>SHA-256 over the sorted content hashes of both sets, lower-case hexadecimal.</summary>
    public static string Of(ImageStore training, ImageStore heldOut) =>
        ContentHashes.Of(training.ContentHashes.Concat(heldOut.ContentHashes));

    /// <summary>The file names of both sets by the beginnings of their contents' hashes, as JSON: a checkpoint keeps them, to say later which
    /// images it did not know.</summary>
    public static string Names(ImageStore training, ImageStore heldOut)
    {
        var names = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var store in new[] { training, heldOut })
        {
            foreach (var (image, hash) in store.Images.Zip(store.ContentHashes))
            {
                names.TryAdd(hash[..16], Path.GetFileName(image.Path));
            }
        }

        return JsonSerializer.Serialize(names, ModelJson.Line);
    }
}
