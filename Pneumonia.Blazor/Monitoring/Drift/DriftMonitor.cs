using Pneumonia.Core.Package;
using Pneumonia.Core.Reports;

namespace Pneumonia.Blazor.Monitoring.Drift;

/// <summary>Tells when what comes in no longer looks like the images that a model was evaluated on.</summary>
public sealed class DriftMonitor(ArrivalStore arrivals, TimeProvider clock)
{
    /// <summary>Fewest studies that are held against a reference.</summary>
    public const int FewestStudies = 50;

    /// <summary>Days that are taken together for the comparison.</summary>
    public const int WindowDays = 7;

    /// <summary>Days that are shown one by one.</summary>
    public const int ShownDays = 30;

    /// <summary>Compares the last days with a model's reference.</summary>
    /// <exception cref="Storage.StorageException">The database does not answer.</exception>
    public async Task<DriftReport> ReportAsync(ModelInformation information)
    {
        var now = clock.GetUtcNow();
        var since = new DateTimeOffset(now.UtcDateTime.Date.AddDays(1 - ShownDays), TimeSpan.Zero);
        var studies = await arrivals.SinceAsync(since);
        var window = studies.Where(study => study.Received > now.AddDays(-WindowDays)).ToArray();
        var model = $"{information.Manifest.Name} {information.Version}";
        var reference = information.Evaluation.Reference;
        return new DriftReport(
            reference is not null,
            window.Length,
            [.. ArrivedStudy.Features.Select(feature => Compare(
                feature, reference?.Count ?? 0, reference?.Features.FirstOrDefault(known => known.Name == feature), studies, window, model))]);
    }

    private static FeatureDrift Compare(
        string feature, int images, ReferenceFeature? reference, IReadOnlyList<ArrivedStudy> studies, ArrivedStudy[] window, string model)
    {
        double[] recent = [.. window.Select(study => study.ValueOf(feature, model)).OfType<double>()];
        var state = reference is null ? FeatureState.NoReference
            : reference.Percentiles[0].Equals(reference.Percentiles[^1]) ? FeatureState.Constant
            : recent.Length < FewestStudies ? FeatureState.TooFew
            : FeatureState.Stable;
        var stability = state == FeatureState.Stable ? PopulationStability.Of(reference!.Percentiles, images, recent) : null;
        return new FeatureDrift(
            feature,
            stability is { HasMoved: true } ? FeatureState.Moved : state,
            recent.Length,
            stability,
            reference is null ? null : Spread.OfPercentiles(reference.Percentiles),
            recent.Length == 0 ? null : Spread.Of(recent),
            [.. studies.Select(study => (study.Received, Value: study.ValueOf(feature, model))).Where(each => each.Value is not null)
                .GroupBy(each => DateOnly.FromDateTime(each.Received.UtcDateTime), each => each.Value!.Value)
                .OrderBy(day => day.Key)
                .Select(day => new DaySpread(day.Key, day.Count(), Spread.Of(day)))]);
    }
}
