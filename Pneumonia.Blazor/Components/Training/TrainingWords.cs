using Pneumonia.Blazor.Components.Shared;

namespace Pneumonia.Blazor.Components.Training;

/// <summary>Figures of a training in words.</summary>
internal static class TrainingWords
{
    public static string Time(DateTimeOffset time) => Words.Moment(time);

    public static string Left(TimeSpan time) =>
        time.TotalHours >= 1 ? $"{(int)time.TotalHours} h {time.Minutes} min"
        : time.TotalMinutes >= 1 ? $"{(int)time.TotalMinutes} min {time.Seconds} s"
        : $"{Math.Max(0, time.Seconds)} s";
}
