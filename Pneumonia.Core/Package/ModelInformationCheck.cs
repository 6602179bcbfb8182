using Pneumonia.Core.Checks;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;

namespace Pneumonia.Core.Package;

/// <summary>Whether a model's information makes sense in itself, checked before writing and after reading.</summary>
internal static class ModelInformationCheck
{
    private const int LargestSide = 4096;

    /// <summary>Throws at the first thing that makes none.</summary>
    /// <exception cref="InvalidModelException">Something contradicts itself.</exception>
    public static void Verify(string path, ModelInformation information)
    {
        foreach (var (holds, reason) in Rules(information))
        {
            if (!holds())
            {
                throw new InvalidModelException(path, reason);
            }
        }
    }

    private static IEnumerable<(Func<bool> Holds, UserText Reason)> Rules(ModelInformation information) =>
    [
        .. OfManifest(information.Manifest, information.Checks),
        .. CalibrationRules.Of(information.Manifest, information.Calibration, information.Evaluation),
        .. information.Adults is not { } adults ? [] : CalibrationRules.Of(information.Manifest, adults.Calibration, adults.Evaluation)
            .Prepend((() => adults.IsSound, "the parts of what it says of adults do not fit together.")),
    ];

    private static IEnumerable<(Func<bool> Holds, UserText Reason)> OfManifest(ModelManifest manifest, InputChecks? checks) =>
    [
        (() => manifest.Schema == ModelManifest.CurrentSchema, $"it has schema {manifest.Schema}, which is not understood."),
        (() => !string.IsNullOrWhiteSpace(manifest.Name), "its manifest gives the model no name."),
        (() => !string.IsNullOrWhiteSpace(manifest.Architecture), "its manifest names no architecture."),
        (() => manifest.Classes.Count >= 2, $"its manifest lists {manifest.Classes.Count} classes, and 2 or more are needed."),
        (() => manifest.Classes.All(name => !string.IsNullOrWhiteSpace(name)), "its manifest lists a class without a name."),
        (() => manifest.Classes.Distinct().Count() == manifest.Classes.Count, "its manifest lists a class twice."),
        (() => manifest.PositiveClasses.Count != 1 || manifest.Classes.Contains(manifest.PositiveClass),
            $"its positive class {manifest.PositiveClass} is none of its classes."),
        (() => manifest.PositiveClasses.Distinct().Count(manifest.Classes.Contains) == manifest.PositiveClasses.Count,
            "it lists a positive class twice, or one that is none of its classes."),
        (() => manifest.PositiveClasses.Count >= 1 && manifest.PositiveClasses.Count < manifest.Classes.Count,
            "its positive classes are none or all of its classes."),
        (() => manifest.PositiveClasses.Count == 1
                ? manifest.PositiveClasses[0] == manifest.PositiveClass
                : !manifest.Classes.Contains(manifest.PositiveClass),
            $"{manifest.PositiveClass} is no name for the positive classes {string.Join(", ", manifest.PositiveClasses)}."),
        (() => manifest.Preprocessing is { Width: >= 1 and <= LargestSide, Height: >= 1 and <= LargestSide },
            $"its input of {manifest.Preprocessing.Width} x {manifest.Preprocessing.Height} pixels is out of range."),
        (() => float.IsFinite(manifest.Preprocessing.Mean) && float.IsFinite(manifest.Preprocessing.Std) && manifest.Preprocessing.Std > 0,
            "its mean and standard deviation of grey levels make no sense."),
        (() => Enum.IsDefined(manifest.Preprocessing.Standardisation), "its standardisation of grey levels is not known."),
        (() => manifest.Preprocessing.Lungs is null or { Side: >= 1 and <= LargestSide, Margin: >= 0 and <= 0.5, Outside: >= 0 and <= 1, Grown: >= 0 and <= 0.2 },
            "the way that its preprocessing cuts the lungs out makes no sense."),
        (() => manifest.Preprocessing.Height % manifest.Preprocessing.Views == 0, "its input cannot be divided into views of the same height."),
        (() => manifest.Omissions is null || !manifest.Omissions.Contains(null!), "one of the things that its manifest says are missing is null."),
        (() => checks is null || checks.IsSound, "the parts of its checks do not fit together."),
        (() => checks is null || checks.WeightsSha256 == manifest.Entries[ModelZipEntries.Weights], "its checks belong to other weights."),
    ];
}
