using Pneumonia.Blazor.Trainings;
using System.Globalization;
using System.Resources;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.ReadingRoom;
using Pneumonia.Core.Checks;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Serving;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Blazor.Components.Shared;

/// <summary>How figures and states are put into words, the same everywhere, in the language of who asks.</summary>
internal static class Words
{
    private static readonly ResourceManager s_texts = new("Pneumonia.Blazor.Resources.Components.Shared.Words", typeof(Words).Assembly);

    /// <summary>A class folder's name for people: <c>PNEUMONIA</c> becomes <c>Pneumonia</c>.</summary>
    public static string Class(string name) =>
        Find($"Class-{name}") ?? char.ToUpperInvariant(name[0]) + name[1..].ToLowerInvariant().Replace('_', ' ');

    /// <summary>A class's name within a sentence.</summary>
    public static string ClassWithin(string name) => Find($"Within-{name}") ?? Class(name).ToLowerInvariant();

    /// <summary>Several names, of which one holds: <c>normal or viral</c>.</summary>
    public static string Either(IEnumerable<string> names) => names.Aggregate((first, next) => Text("Or", first, next));

    /// <summary>What is positive: <c>pneumonia</c>, or <c>pneumonia (bacterial, viral)</c> where it is several classes together.</summary>
    public static string Positive(Prediction prediction) => prediction.PositiveClasses.Count == 1
        ? ClassWithin(prediction.PositiveClass)
        : $"{ClassWithin(prediction.PositiveClass)} ({string.Join(", ", prediction.PositiveClasses.Select(ClassWithin))})";

    /// <summary>A whole percentage that never claims certainty: 0.998 is <c>&gt;99%</c>, not 100%.</summary>
    public static string Percent(double share) => share switch
    {
        > 0.99 and < 1 => PercentOf(">99"),
        > 0 and < 0.01 => PercentOf("<1"),
        _ => PercentOf($"{100 * share:0}"),
    };

    /// <summary>A percentage with one decimal.</summary>
    public static string FinePercent(double share) => PercentOf($"{100 * share:0.0}");

    public static string Interval(Estimate estimate) => Text("Interval", FinePercent(estimate.Low), FinePercent(estimate.High));

    /// <summary>The interval of a figure that is no percentage.</summary>
    public static string PlainInterval(Estimate estimate) => Text("Interval", estimate.Low.ToString("0.000"), estimate.High.ToString("0.000"));

    /// <summary>A small share that is asked for, not measured: <c>1%</c>, <c>0.5%</c>.</summary>
    public static string Risk(double share) => PercentOf($"{100 * share:0.##}");

    /// <summary>A count among 100 that never claims all or none where it is not so: 99.5, not 100.</summary>
    public static string Of100(double count) => count.ToString(count is (> 0 and < 1) or (> 99 and < 100) ? "0.0" : "0");

    public static string Verdict(Prediction prediction) => prediction.Triage switch
    {
        { } triage => Text(triage.ToString(), Class(prediction.PositiveClass)),
        null => Text(prediction.IsPositive ? "Likely" : "Unlikely", Class(prediction.PositiveClass)),
    };

    /// <summary>A finding of the image's checks, one sentence; the code itself where it is not known.</summary>
    public static string Reason(string code) => Find($"Reason-{code}") ?? CheckReasons.Sentence(code);

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
        StudyState.Done when study.Diagnosis!.Prediction.Refused => Text("NoVerdict"),
        StudyState.Done => Verdict(study.Diagnosis!.Prediction),
        var state => Text($"State{state}"),
    };

    /// <summary>An image's size, depth and format.</summary>
    public static string Image(ImageFacts image) => Described(image)
        + (image.Cropped is { } cut ? $"; {Text("Cropped", image.Width - cut.Left - cut.Right, image.Height - cut.Top - cut.Bottom)}" : "");

    /// <summary>A message with its full stop.</summary>
    public static string Sentence(string message) => message.EndsWith('.') ? message : message + ".";

    /// <summary>A number of hundredths, or a range of them, with its sign.</summary>
    public static string PercentOf(string number) => Text("Percent", number);

    /// <summary>What a model calls an operating point, in words where it is one that every model has.</summary>
    public static string Point(string name) => Find($"Point-{name}") ?? name;

    /// <summary>A data set's name; the phantoms, which are no folder of anybody's, in words.</summary>
    public static string DataSet(string name) => name == DataSetFinder.Phantoms.Name ? Text("Phantoms") : name;

    /// <summary>A point in time, as the server's clock shows it.</summary>
    public static string Time(DateTimeOffset at) => Stamp(at.ToLocalTime());

    /// <summary>A point in time, to be sorted by eye, as its own clock shows it.</summary>
    public static string Stamp(DateTimeOffset at) => Text("Stamp", at);

    /// <summary>A point in time for reading, in UTC.</summary>
    public static string Moment(DateTimeOffset at) => Text("Moment", at.UtcDateTime);

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => Text("Day", day);

    public static string Duration(TimeSpan span) =>
        span.TotalSeconds < 1 ? $"{span.TotalMilliseconds:0} ms" : $"{span.TotalSeconds:0.0} s";

    private static string Described(ImageFacts image) => Text(
        "Image", image.Width, image.Height, image.BitDepth, image.Format == RadiographFormat.WebP ? "WebP" : image.Format.ToString().ToUpperInvariant());

    private static string? Find(string key) => s_texts.GetString(key, CultureInfo.CurrentUICulture);

    private static string Text(string key, params object[] arguments) => string.Format(CultureInfo.CurrentCulture, Find(key)!, arguments);
}
