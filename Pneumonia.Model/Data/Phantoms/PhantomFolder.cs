using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Model.Data.Phantoms;

/// <summary>Writes a data set of phantoms in the Kaggle layout: 8-bit JPEG, four fifths of the patients in <c>train</c> and a
/// tenth each in <c>val</c> and <c>test</c>, classes balanced, one to three images a patient. Beside them lie
/// <c>SYNTHETIC.txt</c>, which marks the folder, and <c>boxes.csv</c> with the opacities' places
/// (<c>file,x,y,width,height,kind</c>, in pixels).</summary>
public static class PhantomFolder
{
    /// <summary>Name of the file with the opacities' places.</summary>
    public const string BoxesFile = "boxes.csv";

    /// <summary>Fewest phantoms that put both classes into every split.</summary>
    public const int MinCount = 14;

    private const int JpegQuality = 90;

    /// <summary>Draws and writes phantoms on all cores. The same count, seed and size give the same bytes.</summary>
    /// <param name="output">Folder to make; it may exist if it is empty. It appears whole or not at all.</param>
    /// <param name="count">Number of phantoms, <see cref="MinCount"/> or more.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <param name="size">Columns and rows, 64 to 2048.</param>
    /// <param name="progress">Told after every phantom; may be null.</param>
    /// <param name="masks">Folder to make of masks of the lungs: files of the same names as PNG, white in the lungs; null: none.</param>
    /// <param name="cancellationToken">Stops between two phantoms and leaves nothing behind.</param>
    /// <exception cref="UserException">A folder is not empty or cannot be written, or a number is out of range.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static void Write(
        string output,
        int count,
        int seed,
        int size = 512,
        IProgress<DataProgress>? progress = null,
        string? masks = null,
        CancellationToken cancellationToken = default)
    {
        if (count < MinCount)
        {
            throw new UserException(
                $"The number of phantoms must be {MinCount} or more, for both classes in every split, but is {count}.");
        }

        var generator = new PhantomGenerator(size);
        using var images = new NewFolder(output);
        using var lungs = masks is null ? null : new NewFolder(masks);
        try
        {
            WriteAll(images.Filling, lungs?.Filling, PhantomPlan.Make(count, seed), generator, progress, cancellationToken);
            lungs?.Appear();
            images.Appear();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{output}: the folder cannot be written: {exception.Message}", exception);
        }
    }

    private static void WriteAll(
        string folder,
        string? masks,
        IReadOnlyList<PlannedPhantom> plan,
        PhantomGenerator generator,
        IProgress<DataProgress>? progress,
        CancellationToken cancellationToken)
    {
        foreach (var planned in plan)
        {
            foreach (var each in new[] { folder, masks }.OfType<string>())
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(each, planned.File))!);
            }
        }

        var boxes = new IReadOnlyList<PhantomBox>[plan.Count];
        var done = 0;
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        try
        {
            Parallel.For(0, plan.Count, options, index =>
            {
                var planned = plan[index];
                var phantom = generator.Draw(
                    Anatomy.Draw(new Random(planned.BodySeed)), planned.Kind, new Random(planned.ImageSeed));
                var jpeg = ImageEncoder.GreyJpeg(phantom.Size, phantom.Size, phantom.Pixels.Span, JpegQuality);
                File.WriteAllBytes(Path.Combine(folder, planned.File), jpeg);
                boxes[index] = phantom.Boxes;
                if (masks is not null)
                {
                    var lungs = generator.DrawLungs(Anatomy.Draw(new Random(planned.BodySeed)), new Random(planned.ImageSeed));
                    File.WriteAllBytes(Path.Combine(masks, Path.ChangeExtension(planned.File, ".png")), ImageEncoder.GreyPng(phantom.Size, phantom.Size, lungs));
                }

                progress?.Report(new(Interlocked.Increment(ref done), plan.Count));
            });
        }
        catch (AggregateException exception) when (exception.InnerException is IOException or UnauthorizedAccessException)
        {
            throw new IOException(exception.InnerException.Message, exception);
        }

        var lines = plan.Zip(boxes, (planned, found) => found.Select(box =>
            $"{planned.File},{box.X},{box.Y},{box.Width},{box.Height},{(box.Kind == OpacityKind.Focal ? "focal" : "diffuse")}"));
        File.WriteAllLines(Path.Combine(folder, BoxesFile), ["file,x,y,width,height,kind", .. lines.SelectMany(line => line)]);
        File.WriteAllText(
            Path.Combine(folder, DataSet.SyntheticMarker),
            "SYNTHETIC: every image in this folder was drawn by a program and shows nobody. Not for any clinical use.\n");
    }
}
