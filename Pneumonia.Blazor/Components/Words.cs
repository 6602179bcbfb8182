using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Model.Evaluation;
using Pneumonia.Model.Serving;

namespace Pneumonia.Blazor.Components;

/// <summary>How figures and states are put into words, the same everywhere.</summary>
internal static class Words
{
    /// <summary>A class folder's name for people: <c>PNEUMONIA</c> becomes <c>Pneumonia</c>.</summary>
    public static string Class(string name) =>
        char.ToUpperInvariant(name[0]) + name[1..].ToLowerInvariant().Replace('_', ' ');

    /// <summary>A whole percentage that never claims certainty: 0.998 is <c>&gt;99%</c>, not 100%.</summary>
    public static string Percent(double share) => share switch
    {
        > 0.99 and < 1 => ">99%",
        > 0 and < 0.01 => "<1%",
        _ => $"{100 * share:0}%",
    };

    /// <summary>A percentage with one decimal.</summary>
    public static string FinePercent(double share) => $"{100 * share:0.0}%";

    public static string Interval(Estimate estimate) => $"{FinePercent(estimate.Low)} to {FinePercent(estimate.High)}";

    public static double PositiveProbability(Prediction prediction) =>
        prediction.Probabilities.First(each => each.Class == prediction.PositiveClass).Probability;

    public static bool IsPositive(Prediction prediction) => prediction.Label == prediction.PositiveClass;

    public static string Verdict(Prediction prediction) =>
        $"{Class(prediction.PositiveClass)} {(IsPositive(prediction) ? "likely" : "unlikely")}";

    public static string State(Study study) => study.State switch
    {
        StudyState.Waiting => "Waiting",
        StudyState.Reading => "Reading the file",
        StudyState.Analysing => "Analysing",
        StudyState.Refused => "Refused",
        _ => Verdict(study.Diagnosis!.Prediction),
    };

    /// <summary>A message with its full stop.</summary>
    public static string Sentence(string message) => message.EndsWith('.') ? message : message + ".";

    public static string Duration(TimeSpan span) =>
        span.TotalSeconds < 1 ? $"{span.TotalMilliseconds:0} ms" : $"{span.TotalSeconds:0.0} s";
}
