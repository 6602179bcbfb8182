using Pneumonia.Core.Data;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Studies.Subgroups;

/// <summary>One way to divide images into groups.</summary>
/// <param name="Name">What tells the groups, e.g. <c>acquisition</c>.</param>
/// <param name="GroupOf">For every image the name of its group; null where it belongs to none.</param>
public sealed record SubgroupKind(string Name, IReadOnlyList<string?> GroupOf)
{
    /// <summary>The groups' names, in ordinal order.</summary>
    public IReadOnlyList<string> Groups { get; } = [.. GroupOf.OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Site, acquisition, cause, view, sex and image size: what files and tables tell without being decoded.</summary>
    public static IReadOnlyList<SubgroupKind> OfFiles(IReadOnlyList<XRay> images) =>
    [
        new("site", [.. images.Select(image => image.Site)]),
        new("acquisition", [.. images.Select(image => image.Acquisition)]),
        new("cause", [.. images.Select(image => image.Cause)]),
        new("view", [.. images.Select(image => image.Facts?.View)]),
        new("sex", [.. images.Select(image => image.Facts?.Sex)]),
        new("image size", ImageSizes.Classes(images)),
    ];

    /// <summary>Brightness and sharpness, each halved at its median.</summary>
    public static IReadOnlyList<SubgroupKind> OfLooks(IReadOnlyList<ImageLook> looks) =>
    [
        new("brightness", Halves.Of([.. looks.Select(look => (double?)look.Brightness)], "0.00", "")),
        new("sharpness", Halves.Of([.. looks.Select(look => (double?)look.Sharpness)], "0.000", "")),
    ];
}
