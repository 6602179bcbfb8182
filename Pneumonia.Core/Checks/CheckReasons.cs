namespace Pneumonia.Core.Checks;

/// <summary>What the checks of an image can find: the codes, the same on the page, the command line and in HTTP answers, and each in
/// words.</summary>
public static class CheckReasons
{
    /// <summary>Fewer pixels than the network's input can be made of.</summary>
    public const string TooSmall = "too-small";

    /// <summary>Nearly black, white or of one grey.</summary>
    public const string BadlyExposed = "badly-exposed";

    /// <summary>A photograph, a document, noise: anything but a chest X-ray.</summary>
    public const string NotChestXray = "not-chest-xray";

    /// <summary>No pair of lungs, one to either side: not a frontal chest X-ray, or most of it lies outside.</summary>
    public const string NoLungs = "no-lungs";

    /// <summary>On its side, upside down or tilted.</summary>
    public const string Rotated = "rotated";

    /// <summary>Most of the thorax lies outside.</summary>
    public const string Cropped = "cropped";

    /// <summary>Black and white are exchanged, as in MONOCHROME1. Corrected, and so it refuses nothing.</summary>
    public const string Inverted = "inverted";

    /// <summary>The file lacks the mark of its end, though all pixels are there. A note, which refuses nothing.</summary>
    public const string EndMissing = "end-missing";

    /// <summary>None of the others, but unlike the images that the model learned from.</summary>
    public const string OutOfDistribution = "out-of-distribution";

    private static readonly Dictionary<string, string> s_sentences = new()
    {
        [TooSmall] = "The image has too few pixels.",
        [BadlyExposed] = "The image is nearly black, white or of one grey.",
        [NotChestXray] = "This does not look like a chest X-ray.",
        [NoLungs] = "No pair of lungs is found: this is no frontal chest X-ray, or most of it lies outside the image.",
        [Rotated] = "The image is rotated.",
        [Cropped] = "Most of the chest lies outside the image.",
        [Inverted] = "Black and white were exchanged; this was corrected before the model looked.",
        [EndMissing] = "The file's end mark is missing, as after a transfer that broke off; all pixels were there.",
        [OutOfDistribution] = "The image is unlike those that the model learned from.",
    };

    /// <summary>All codes.</summary>
    public static IReadOnlyCollection<string> All => s_sentences.Keys;

    /// <summary>A code in words, one sentence; the code itself where it is not known.</summary>
    public static string Sentence(string code) => s_sentences.GetValueOrDefault(code, code);

    /// <summary>Whether an image with this finding is refused.</summary>
    public static bool Refuses(string code) => code is not (Inverted or EndMissing);
}
