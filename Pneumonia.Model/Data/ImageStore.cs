using System.Diagnostics;
using System.Security.Cryptography;
using Pneumonia.Core;
using Pneumonia.Core.Checks;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Recipes.Progress;
using Pneumonia.Model.Data.Pictures;
using Pneumonia.Model.Data.Probing;

namespace Pneumonia.Model.Data;

/// <summary>Images of a data set, decoded and resized once and kept in memory, a byte a pixel.</summary>
public sealed class ImageStore
{
    private readonly byte[][] _pixels;

    private ImageStore(
        ImagePreparation preparation, IReadOnlyList<XRay> images, byte[][] pixels, IReadOnlyList<string> contentHashes, IReadOnlyList<SmallPicture> pictures,
        IReadOnlyList<FileFacts> facts)
    {
        _pixels = pixels;
        (Preparation, Images, ContentHashes, Pictures, Facts) = (preparation, images, contentHashes, pictures, facts);
    }

    /// <summary>How they were prepared.</summary>
    public ImagePreparation Preparation { get; }

    /// <summary>How they become the network's input.</summary>
    public Preprocessing Preprocessing => Preparation.Preprocessing;

    /// <summary>The images that could be read, in the order given.</summary>
    public IReadOnlyList<XRay> Images { get; }

    /// <summary>SHA-256 of every file, lower-case hexadecimal, in the order of <see cref="Images"/>.</summary>
    public IReadOnlyList<string> ContentHashes { get; }

    /// <summary>What equal pictures are known by, in the order of <see cref="Images"/>.</summary>
    internal IReadOnlyList<SmallPicture> Pictures { get; }

    /// <summary>What is known of the files beside their pictures, in the order of <see cref="Images"/>.</summary>
    public IReadOnlyList<FileFacts> Facts { get; }

    /// <summary>An image's grey levels, row-major, 0 to 255, resized or cut out, but not yet normalised.</summary>
    public ReadOnlySpan<byte> Pixels(int index) => _pixels[index];

    /// <summary>Reads images on all cores.</summary>
    /// <param name="images">What to read.</param>
    /// <param name="preparation">How to resize them, or to cut the lungs out.</param>
    /// <param name="allowUnreadable">Go on when more than 1% cannot be read.</param>
    /// <param name="report">Hears of the progress; may be called from any thread, one at a time.</param>
    /// <param name="log">Hears of every image left out, and why.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="UserException">More than 1% of the images cannot be read and <paramref name="allowUnreadable"/> is off.</exception>
    public static ImageStore Load(
        IReadOnlyList<XRay> images,
        ImagePreparation preparation,
        bool allowUnreadable,
        Action<ImageClassificationMetrics>? report,
        Action<string> log,
        CancellationToken cancellation)
    {
        var pixels = new byte[images.Count][];
        var hashes = new string[images.Count];
        var pictures = new SmallPicture[images.Count];
        var facts = new FileFacts[images.Count];
        var inverted = new bool[images.Count];
        var errors = new UserText?[images.Count];
        var clock = Stopwatch.StartNew();
        var (done, unmarked, withoutLungs) = (0, 0, 0);
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        var decoder = new RadiographDecoder();
        Parallel.For(0, images.Count, options, (int index) =>
        {
            try
            {
                var bytes = File.ReadAllBytes(images[index].Path);
                hashes[index] = Convert.ToHexStringLower(SHA256.HashData(bytes));
                var radiograph = decoder.Decode(bytes, images[index].Path);
                if (radiograph.IsEndMissing)
                {
                    Interlocked.Increment(ref unmarked);
                }

                facts[index] = FileFacts.Of(bytes, radiograph);
                inverted[index] = InvertedLook.Of(radiograph);
                var whole = preparation.Whole(inverted[index] ? radiograph.Inverted() : radiograph);
                var (width, height) = preparation.WholeSize;
                pictures[index] = SmallPicture.Of<byte>(Quantize(whole), width, height, byte.MaxValue);
                var framed = preparation.Frame(whole);
                pixels[index] = Quantize(framed.Grey);
                if (framed.Lungs is { IsPlausible: false })
                {
                    Interlocked.Increment(ref withoutLungs);
                }
            }
            catch (Exception e) when (e is InvalidRadiographException or IOException or UnauthorizedAccessException)
            {
                errors[index] = UserText.Of(e);
            }

            lock (clock)
            {
                done++;
                report?.Invoke(new ImageClassificationMetrics
                {
                    Phase = TrainingPhase.Loading, Done = done, Total = images.Count, ImagesPerSecond = done / clock.Elapsed.TotalSeconds,
                });
            }
        });

        RefuseTooManyErrors(errors, allowUnreadable, log);
        if (unmarked > 0)
        {
            log($"{unmarked} files lack the mark of their end, though all pixels are there: 'data inspect' names them");
        }

        if (inverted.Count(isInverted => isInverted) is > 0 and var count)
        {
            log($"images that look inverted, black and white exchanged: {count}, such as {Path.GetFileName(images[Array.IndexOf(inverted, true)].Path)}; they are corrected before they are learned from");
        }

        var readable = Enumerable.Range(0, images.Count).Where(index => errors[index] is null).ToArray();
        if (withoutLungs > 0)
        {
            log($"images on which no pair of lungs is found: {withoutLungs}; they are shown to the network as a whole");
        }

        return new ImageStore(
            preparation,
            [.. readable.Select(index => images[index])],
            [.. readable.Select(index => pixels[index])],
            [.. readable.Select(index => hashes[index])],
            [.. readable.Select(index => pictures[index])],
            [.. readable.Select(index => facts[index])]);
    }

    /// <summary>Some of the images, known by their paths, in the order given; those that could not be read are left out.</summary>
    public ImageStore Take(IEnumerable<XRay> images)
    {
        var indices = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Images.Count; i++)
        {
            indices.TryAdd(Images[i].Path, i);
        }

        XRay[] taken = [.. images.Where(image => indices.ContainsKey(image.Path))];
        int[] from = [.. taken.Select(image => indices[image.Path])];
        return new ImageStore(
            Preparation, taken, [.. from.Select(i => _pixels[i])], [.. from.Select(i => ContentHashes[i])], [.. from.Select(i => Pictures[i])],
            [.. from.Select(i => Facts[i])]);
    }

    private static void RefuseTooManyErrors(UserText?[] errors, bool allowUnreadable, Action<string> log)
    {
        var unreadable = errors.OfType<UserText>().ToArray();
        foreach (var error in unreadable)
        {
            log($"left out: {error}");
        }

        if (unreadable.Length * 100 > errors.Length && !allowUnreadable)
        {
            throw new UserException(
                $"{unreadable.Length} of {errors.Length} images cannot be read, the first: {unreadable[0]} Mend or remove them, or give --allow-unreadable.");
        }
    }

    private static byte[] Quantize(float[] grey) => Array.ConvertAll(grey, level => (byte)MathF.Round(Math.Clamp(level, 0, 1) * 255));
}
