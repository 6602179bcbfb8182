using Pneumonia.Core.Checks;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Lungs;

namespace Pneumonia.Model.CheckFitting;

/// <summary>Shows images to the network and keeps what the checks are made of.</summary>
/// <param name="depths">Runs the network on [n, 1, height, width], row-major, and gives for each image the means over feature maps, the
/// shallowest first.</param>
/// <param name="preparation">Makes the network's input.</param>
internal sealed class EvidenceReader(Func<float[], IReadOnlyList<float[][]>> depths, ImagePreparation preparation)
{
    private const int BatchSize = 16;

    /// <summary>Evidence of images, in order.</summary>
    /// <param name="images">Images of any size; made one after the other, and not kept.</param>
    /// <param name="checks">Checks to prepare the images with; null: they are taken as they are.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public IEnumerable<ImageEvidence> Read(IEnumerable<Radiograph> images, InputChecks? checks, CancellationToken cancellation)
    {
        foreach (var chunk in images.Select(image => Prepare(image, checks)).Chunk(BatchSize))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var evidence in Read(chunk))
            {
                yield return evidence;
            }
        }
    }

    private PreparedImage Prepare(Radiograph image, InputChecks? checks)
    {
        if (checks is not null)
        {
            return checks.Prepare(image, preparation);
        }

        var whole = preparation.Whole(image);
        return new PreparedImage(preparation.Frame(whole), Thumbnail.Of(whole, preparation.WholeSize.Width), []);
    }

    private ImageEvidence[] Read(PreparedImage[] images)
    {
        var pixels = images.SelectMany(image =>
        {
            var normalised = image.Framed.Grey.ToArray();
            preparation.Preprocessing.Normalise(normalised);
            return normalised;
        }).ToArray();
        return [.. images.Zip(depths(pixels), (image, own) => new ImageEvidence(image.Thumbnail, image.Found, own))];
    }
}
