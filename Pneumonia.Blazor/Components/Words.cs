using System.Globalization;
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

    /// <summary>A class's name within a sentence.</summary>
    public static string ClassWithin(string name) => Class(name).ToLowerInvariant();

    /// <summary>What is positive: <c>pneumonia</c>, or <c>pneumonia (bacterial, viral)</c> where it is several classes together.</summary>
    public static string Positive(Prediction prediction) => prediction.PositiveClasses.Count == 1
        ? ClassWithin(prediction.PositiveClass)
        : $"{ClassWithin(prediction.PositiveClass)} ({string.Join(", ", prediction.PositiveClasses.Select(ClassWithin))})";

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

    /// <summary>A small share that is asked for, not measured: <c>1%</c>, <c>0.5%</c>.</summary>
    public static string Risk(double share) => $"{100 * share:0.##}%";

    /// <summary>A count among 100 that never claims all or none where it is not so: 99.5, not 100.</summary>
    public static string Of100(double count) => count.ToString(count is (> 0 and < 1) or (> 99 and < 100) ? "0.0" : "0");

    public static string Verdict(Prediction prediction) => prediction.Triage switch
    {
        Triage.RuleOut => $"{Class(prediction.PositiveClass)} ruled out",
        Triage.RuleIn => $"{Class(prediction.PositiveClass)} ruled in",
        Triage.CannotSay => "Cannot say",
        _ => $"{Class(prediction.PositiveClass)} {(prediction.IsPositive ? "likely" : "unlikely")}",
    };

    /// <summary>The positive classes' own probabilities, the likeliest first: <c>Bacterial 71%, viral 20%</c>; null where there is
    /// but one.</summary>
    public static string? ByPositiveClass(Prediction prediction)
    {
        var parts = prediction.Probabilities
            .Where(each => prediction.PositiveClasses.Contains(each.Class))
            .OrderByDescending(each => each.Probability)
            .Select((each, i) => $"{(i == 0 ? Class(each.Class) : ClassWithin(each.Class))} {Percent(each.Probability)}");
        return prediction.PositiveClasses.Count == 1 ? null : string.Join(", ", parts);
    }

    public static string State(Study study) => study.State switch
    {
        StudyState.Waiting => "Waiting",
        StudyState.Reading => "Reading the file",
        StudyState.Decoding => "Decoding",
        StudyState.Analysing => "Analysing",
        StudyState.Keeping => "Storing",
        StudyState.Refused => "Refused",
        _ when study.Diagnosis!.Prediction.Refused => "No verdict",
        _ => Verdict(study.Diagnosis!.Prediction),
    };

    /// <summary>A message with its full stop.</summary>
    public static string Sentence(string message) => message.EndsWith('.') ? message : message + ".";

    /// <summary>A point in time, as the server's clock shows it.</summary>
    public static string Time(DateTimeOffset at) => at.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Duration(TimeSpan span) =>
        span.TotalSeconds < 1 ? $"{span.TotalMilliseconds:0} ms" : $"{span.TotalSeconds:0.0} s";
}
