using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Serving;

namespace Pneumonia.Blazor.Diagnosing;

/// <summary>The model's answer again, from what was stored of it.</summary>
internal static class StoredPrediction
{
    /// <param name="study">The study.</param>
    /// <param name="live">The model in service, which knows what is positive where the stored classes are its own.</param>
    public static Prediction Of(StoredStudy study, ModelManifest? live)
    {
        IReadOnlyList<string> classes = [.. study.Probabilities.Select(each => each.Class)];
        return new Prediction
        {
            Label = study.Verdict,
            Probabilities = study.Probabilities,
            PositiveClass = study.PositiveClass,
            PositiveClasses = classes.Contains(study.PositiveClass) ? [study.PositiveClass]
                : live is not null && live.Classes.SequenceEqual(classes) ? live.PositiveClasses
                : PositiveGroup.Of(classes).Classes,
            Threshold = study.Threshold,
            Model = study.Model,
            Refused = study.Refused,
            Reasons = study.Reasons,
            Triage = study.Triage,
            Meaning = study.Meaning,
            Population = study.Population,
        };
    }
}
