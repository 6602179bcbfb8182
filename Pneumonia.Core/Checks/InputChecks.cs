using System.Text.Json.Serialization;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Lungs;

namespace Pneumonia.Core.Checks;

/// <summary><c>checks.json</c>: says whether a model should judge an image at all. Fitted on the images that the model learned from, and
/// bound to the weights; costs no second run of the network.</summary>
public sealed record InputChecks
{
    /// <summary>Class of <see cref="Condition"/>: a chest X-ray as it should be.</summary>
    internal const string Upright = "upright";

    /// <summary>SHA-256 of the <c>weights.safetensors</c> that this belongs to, lower-case hexadecimal.</summary>
    public required string WeightsSha256 { get; init; }

    /// <summary>Least columns and rows of an image. Below 128 pixels less than a third of the details that the network was trained on
    /// are there.</summary>
    public int LeastSide { get; init; } = 128;

    /// <summary>Most <see cref="Radiograph.Chroma"/> of an X-ray; a photograph in colour has more.</summary>
    public double MostChroma { get; init; } = 0.04;

    /// <summary>Tells an inverted image from the thumbnail, before the network sees it.</summary>
    public required LinearHead Inversion { get; init; }

    /// <summary>Least probability at which an image is called inverted.</summary>
    public double InversionThreshold { get; init; } = 0.7;

    /// <summary>Tells an upright chest X-ray from rotated, cropped and inverted ones and from other things, by the thumbnail and the
    /// features of every depth.</summary>
    public required LinearHead Condition { get; init; }

    /// <summary>Least probability of an upright chest X-ray that is not refused.</summary>
    public required double UprightThreshold { get; init; }

    /// <summary>Where the training images lie in feature space, at several depths of the network, the shallowest first.</summary>
    public required IReadOnlyList<FeatureDensity> Depths { get; init; }

    /// <summary>How it was fitted, for whoever reads the file.</summary>
    public required ChecksOrigin Origin { get; init; }

    /// <summary>Features that the network must give, at every depth.</summary>
    [JsonIgnore]
    internal IEnumerable<int> FeatureCounts => Depths.Select(depth => depth.Means.Columns);

    /// <summary>Whether its parts fit together.</summary>
    [JsonIgnore]
    internal bool IsSound => Inversion.IsSound && Condition.IsSound && Depths.Count > 0 && Depths.All(depth => depth.IsSound)
        && Inversion.Weights.Columns == Thumbnail.Side * Thumbnail.Side
        && Condition.Weights.Columns == Thumbnail.Side * Thumbnail.Side + FeatureCounts.Sum()
        && UprightThreshold is >= 0 and <= 1 && InversionThreshold is >= 0 and <= 1;

    /// <summary>Looks at an image before the network does, and corrects an inverted one.</summary>
    /// <param name="radiograph">The image as decoded.</param>
    /// <param name="preparation">The model's.</param>
    internal PreparedImage Prepare(Radiograph radiograph, ImagePreparation preparation)
    {
        var whole = preparation.Whole(radiograph);
        var found = new List<string>();
        if (radiograph.Width < LeastSide || radiograph.Height < LeastSide)
        {
            found.Add(CheckReasons.TooSmall);
        }

        if (Exposure.IsBad(whole))
        {
            found.Add(CheckReasons.BadlyExposed);
        }

        if (radiograph.Chroma > MostChroma)
        {
            found.Add(CheckReasons.NotChestXray);
        }

        var thumbnail = Thumbnail.Of(whole, preparation.WholeSize.Width);
        if (found.Count == 0 && Inversion.Judge(thumbnail, CheckReasons.Inverted).Probability >= InversionThreshold)
        {
            found.Add(CheckReasons.Inverted);
            whole = Array.ConvertAll(whole, level => 1 - level);
            thumbnail = Thumbnail.Of(whole, preparation.WholeSize.Width);
        }

        var framed = preparation.Frame(whole);
        if (found.Count == 0 && framed.Lungs is { IsPlausible: false })
        {
            found.Add(CheckReasons.NoLungs);
        }

        return new PreparedImage(framed, thumbnail, found);
    }

    /// <summary>All findings, those of before and what the network's features tell.</summary>
    /// <param name="image">What is known of the image.</param>
    /// <returns>Codes of <see cref="CheckReasons"/>, none twice.</returns>
    internal IReadOnlyList<string> Judge(ImageEvidence image)
    {
        // That no lungs are found is told where nothing tells why.
        string[] found = [.. image.Found.Where(code => code != CheckReasons.NoLungs)];
        if (found.Any(CheckReasons.Refuses))
        {
            return found;
        }

        var (likeliest, upright) = Condition.Judge(image.All, Upright);
        if (upright < UprightThreshold && likeliest != Upright)
        {
            // What still looks inverted cannot be mended: it was corrected already, or the thumbnail says otherwise.
            return likeliest == CheckReasons.Inverted
                ? [.. found, CheckReasons.OutOfDistribution]
                : [.. found.Where(code => likeliest != CheckReasons.NotChestXray), likeliest];
        }

        if (found.Length < image.Found.Count)
        {
            return [.. found, CheckReasons.NoLungs];
        }

        return upright < UprightThreshold || Depths.Zip(image.Depths).Any(pair => pair.First.Distance(pair.Second) > pair.First.Threshold)
            ? [.. found, CheckReasons.OutOfDistribution]
            : found;
    }
}
