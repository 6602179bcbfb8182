namespace Pneumonia.Core.Data;

/// <summary>Which patients are held out: at random, or so that the hold-out differs from the training images as images from
/// elsewhere do.</summary>
/// <param name="Kind">How the patients are chosen.</param>
/// <param name="Acquisition">With <see cref="HoldOutKind.Acquisition"/>: the acquisition held out whole, e.g. <c>IM</c>.</param>
public sealed record HoldOutRule(HoldOutKind Kind, string? Acquisition = null)
{
    /// <summary>The rule that holds where none is asked for, as text.</summary>
    public const string Default = "random";

    private const string AcquisitionPrefix = "acquisition:";

    /// <summary>Reads <c>random</c>, <c>first</c> or <c>acquisition:NAME</c>.</summary>
    /// <exception cref="UserException">It is none of them.</exception>
    public static HoldOutRule Parse(string text) => text switch
    {
        Default => new HoldOutRule(HoldOutKind.Random),
        "first" => new HoldOutRule(HoldOutKind.FirstStudies),
        _ when text.StartsWith(AcquisitionPrefix, StringComparison.Ordinal) && text.Length > AcquisitionPrefix.Length =>
            new HoldOutRule(HoldOutKind.Acquisition, text[AcquisitionPrefix.Length..]),
        _ => throw new UserException($"HoldOut {text}: must be random, first or acquisition:NAME."),
    };

    /// <summary>The rule in words, for a person who reads about the hold-out.</summary>
    public string Description => Kind switch
    {
        HoldOutKind.FirstStudies => "the patients with the lowest numbers of every class, acquisition and cause",
        HoldOutKind.Acquisition => $"the whole acquisition {Acquisition}, and patients at random of the classes that it has no images of",
        _ => "patients at random",
    };

    /// <summary>Divides the images.</summary>
    /// <param name="images">Images to divide.</param>
    /// <param name="fraction">Fraction of every class's images to hold out; with an acquisition, of the classes that do not have it.</param>
    /// <param name="seed">Seed of a random draw.</param>
    /// <exception cref="UserException">A class has too few patients, or there is no such acquisition.</exception>
    public PatientSplit Divide(IReadOnlyList<XRay> images, double fraction, int seed) => Kind switch
    {
        HoldOutKind.FirstStudies => PatientSplit.HoldOutFirst(images, fraction),
        HoldOutKind.Acquisition => PatientSplit.HoldOutAcquisition(images, Acquisition!, fraction, seed),
        _ => PatientSplit.HoldOut(images, fraction, seed),
    };
}
