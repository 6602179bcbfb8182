namespace Pneumonia.Core.Data;

/// <summary>Which patients are held out: at random, or so that the hold-out differs from the training images as images from
/// elsewhere do.</summary>
/// <param name="Kind">How the patients are chosen.</param>
/// <param name="Group">With <see cref="HoldOutKind.Acquisition"/> and <see cref="HoldOutKind.Site"/>: what is held out whole, e.g. <c>IM</c>.</param>
public sealed record HoldOutRule(HoldOutKind Kind, string? Group = null)
{
    /// <summary>The rule that holds where none is asked for, as text.</summary>
    public const string Default = "random";

    private const string AcquisitionPrefix = "acquisition:";
    private const string SitePrefix = "site:";

    /// <summary>Reads <c>random</c>, <c>first</c>, <c>acquisition:NAME</c> or <c>site:NAME</c>.</summary>
    /// <exception cref="UserException">It is none of them.</exception>
    public static HoldOutRule Parse(string text) => text switch
    {
        Default => new HoldOutRule(HoldOutKind.Random),
        "first" => new HoldOutRule(HoldOutKind.FirstStudies),
        _ when text.StartsWith(AcquisitionPrefix, StringComparison.Ordinal) && text.Length > AcquisitionPrefix.Length =>
            new HoldOutRule(HoldOutKind.Acquisition, text[AcquisitionPrefix.Length..]),
        _ when text.StartsWith(SitePrefix, StringComparison.Ordinal) && text.Length > SitePrefix.Length =>
            new HoldOutRule(HoldOutKind.Site, text[SitePrefix.Length..]),
        _ => throw new UserException($"HoldOut {text}: must be random, first, acquisition:NAME or site:NAME."),
    };

    /// <summary>The rule in words, for a person who reads about the hold-out.</summary>
    public string Description => Kind switch
    {
        HoldOutKind.FirstStudies => "the patients with the lowest numbers of every class, acquisition and cause",
        HoldOutKind.Acquisition => $"the whole acquisition {Group}, and patients at random of the classes that it has no images of",
        HoldOutKind.Site => $"the whole site {Group}, and patients at random of the classes that it has no images of",
        _ => "patients at random",
    };

    /// <summary>Divides the images.</summary>
    /// <param name="images">Images to divide.</param>
    /// <param name="fraction">Fraction of every class's images to hold out; with an acquisition or a site, of the classes that do not have it.</param>
    /// <param name="seed">Seed of a random draw.</param>
    /// <exception cref="UserException">A class has too few patients, or there is no such acquisition or site.</exception>
    public PatientSplit Divide(IReadOnlyList<XRay> images, double fraction, int seed) => Kind switch
    {
        HoldOutKind.FirstStudies => PatientSplit.HoldOutFirst(images, fraction),
        HoldOutKind.Acquisition => PatientSplit.HoldOutAcquisition(images, Group!, fraction, seed),
        HoldOutKind.Site => PatientSplit.HoldOutSite(images, Group!, fraction, seed),
        _ => PatientSplit.HoldOut(images, fraction, seed),
    };
}
