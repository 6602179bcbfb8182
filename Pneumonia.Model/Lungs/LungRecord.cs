using Pneumonia.Core.Data;

namespace Pneumonia.Model.Lungs;

/// <summary>What a file of a segmentation tells of its training: enough to divide the same images in the same way again.</summary>
/// <param name="Options">The options.</param>
/// <param name="Fingerprint">Of images and masks.</param>
/// <param name="Images">Images with a mask.</param>
/// <param name="Patients">Their patients.</param>
/// <param name="HeldOut">Images of patients held out, masks that were left out among them.</param>
/// <param name="LeftOut">The masks left out, by the beginnings of their hashes, which name nobody.</param>
internal sealed record LungRecord(
    LungOptions Options, string Fingerprint, int Images, int Patients, int HeldOut, IReadOnlyList<string> LeftOut)
{
    /// <summary>Key of the file's metadata.</summary>
    public const string Key = "training";

    /// <summary>Whether each example is one of a patient held out.</summary>
    public static bool[] HeldOutOf(LungOptions options, LungExamples examples)
    {
        var split = PatientSplit.HoldOut([.. examples.All.Select(example => example.Image)], options.HeldOutShare, options.Seed);
        var heldOut = split.HeldOut.Select(image => image.Path).ToHashSet();
        return [.. examples.All.Select(example => heldOut.Contains(example.Image.Path))];
    }
}
