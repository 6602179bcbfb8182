using Pneumonia.Core.Imaging;

namespace Pneumonia.Core.Lungs;

/// <summary>Makes a network's input of X-rays, the same in training, on the command line and in the app: resized, or cut out by the lungs.</summary>
public sealed class ImagePreparation
{
    private readonly ILungFinder? _lungs;

    /// <summary>Prepares as a model says.</summary>
    /// <param name="preprocessing">The model's.</param>
    /// <param name="lungs">Finds the lungs; needed where <see cref="Preprocessing.Lungs"/> is set.</param>
    /// <exception cref="ArgumentException">It is needed, and missing.</exception>
    public ImagePreparation(Preprocessing preprocessing, ILungFinder? lungs = null)
    {
        if (preprocessing.Lungs is not null && lungs is null)
        {
            throw new ArgumentException("An image cannot be cut out by its lungs when nobody finds them.", nameof(lungs));
        }

        (Preprocessing, _lungs) = (preprocessing, lungs);
    }

    /// <summary>How an image becomes the network's input.</summary>
    public Preprocessing Preprocessing { get; }

    /// <summary>Columns and rows of <see cref="Whole"/>.</summary>
    public (int Width, int Height) WholeSize =>
        Preprocessing.Lungs is { } framing ? (framing.Side, framing.Side) : (Preprocessing.Width, Preprocessing.Height);

    /// <summary>The whole X-ray at the size that the network's input is made of.</summary>
    /// <param name="radiograph">An X-ray of any size.</param>
    /// <returns>Row-major grey levels from 0 (black) to 1 (white), of <see cref="WholeSize"/>.</returns>
    public float[] Whole(Radiograph radiograph) =>
        ImageResizer.Grey(radiograph, WholeSize.Width, WholeSize.Height, Preprocessing.Interpolation);

    /// <summary>The lung fields of an X-ray; null where nobody looks for them.</summary>
    /// <param name="radiograph">An X-ray of any size, inversion corrected.</param>
    public LungField? Lungs(Radiograph radiograph) => _lungs?.Find(Whole(radiograph), WholeSize.Width, WholeSize.Height);

    /// <summary>The network's input, before it is normalised. An image on which no pair of lungs is found is shown as a whole.</summary>
    /// <param name="whole">What <see cref="Whole"/> gave, inversion corrected.</param>
    public FramedImage Frame(float[] whole)
    {
        if (Preprocessing.Lungs is not { } framing)
        {
            return new FramedImage(whole, RelativeBox.Whole, null);
        }

        var field = _lungs!.Find(whole, framing.Side, framing.Side);
        var box = field.IsPlausible ? field.Box.Widened(framing.Margin) : RelativeBox.Whole;
        var size = (Preprocessing.Width, Preprocessing.ViewHeight);
        var grey = BoxSampler.Cut(whole, WholeSize, box, size);
        var weights = field.IsPlausible
            ? BoxSampler.Cut(field.Weights(framing.Grown), (LungField.Side, LungField.Side), box, size)
            : [.. Enumerable.Repeat(1f, grey.Length)];
        LungLevels.Apply(grey, weights, framing.Outside);
        if (!framing.WithWhole)
        {
            return new FramedImage(grey, box, field);
        }

        var upper = new float[grey.Length];
        ImageResizer.Resize(whole, WholeSize.Width, WholeSize.Height, upper, Preprocessing.Width, Preprocessing.ViewHeight, Preprocessing.Interpolation);
        return new FramedImage([.. upper, .. grey], box, field) { Views = [RelativeBox.Whole, box] };
    }

    /// <summary>The network's input.</summary>
    /// <param name="radiograph">An X-ray of any size, inversion corrected.</param>
    /// <returns>Row-major, normalised.</returns>
    public float[] Apply(Radiograph radiograph)
    {
        var pixels = Frame(Whole(radiograph)).Grey;
        Preprocessing.Normalise(pixels);
        return pixels;
    }
}
