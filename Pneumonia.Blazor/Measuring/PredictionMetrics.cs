using System.Diagnostics.Metrics;
using Pneumonia.Core.Serving;

namespace Pneumonia.Blazor.Measuring;

/// <summary>What the app measures of the model's answers. Nothing of a patient.</summary>
public sealed class PredictionMetrics
{
    /// <summary>Name of the meter of all that this app measures itself.</summary>
    public const string MeterName = "Pneumonia";

    private readonly Counter<long> _predictions;
    private readonly Counter<long> _refusals;
    private readonly Histogram<double> _scores;
    private readonly Histogram<double> _durations;

    public PredictionMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _predictions = meter.CreateCounter<long>("pneumonia.predictions", description: "Answers of the model by verdict.");
        _refusals = meter.CreateCounter<long>("pneumonia.refusals", description: "Answers that the model does not vouch for, by reason.");
        _scores = meter.CreateHistogram(
            "pneumonia.score",
            description: "Probability of the positive class.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] });
        _durations = meter.CreateHistogram(
            "pneumonia.prediction.duration",
            "s",
            "Time from decoded image to answer.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });
    }

    /// <summary>Counts an answer.</summary>
    public void Count(Prediction prediction)
    {
        var name = new KeyValuePair<string, object?>("model", prediction.Model);
        _predictions.Add(1, name, new("verdict", prediction.Label), new("refused", prediction.Refused ? "true" : "false"));
        _scores.Record(prediction.PositiveProbability, name);
        _durations.Record(prediction.Elapsed.TotalSeconds, name);
        foreach (var reason in prediction.Refused ? prediction.Reasons : [])
        {
            _refusals.Add(1, name, new("reason", reason));
        }
    }
}
