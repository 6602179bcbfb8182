using System.Diagnostics;

namespace Pneumonia.Blazor.Measuring;

/// <summary>The steps of an answer, for traces. A span tells how long a step took and what kind of fault ended it, and nothing of a patient:
/// no name, no id, no message.</summary>
internal static class Spans
{
    /// <summary>Name of the source of these spans.</summary>
    public const string SourceName = "Pneumonia";

    /// <summary>From the bytes of a file to pixels.</summary>
    public const string Decode = "decode";

    /// <summary>From pixels to an answer; with its saliency map where the tag <c>saliency</c> says so.</summary>
    public const string Inference = "inference";

    /// <summary>A saliency map that was asked for after the answer.</summary>
    public const string Saliency = "saliency";

    /// <summary>Image and study to disk.</summary>
    public const string Store = "store";

    private static readonly ActivitySource s_source = new(SourceName);

    /// <summary>Does one step.</summary>
    public static T Run<T>(string name, Func<T> work, params ReadOnlySpan<(string Key, object Value)> tags)
    {
        using var span = Start(name, tags);
        try
        {
            return work();
        }
        catch (Exception fault)
        {
            Fail(span, fault);
            throw;
        }
    }

    /// <inheritdoc cref="Run"/>
    public static async Task<T> RunAsync<T>(string name, Func<Task<T>> work, params (string Key, object Value)[] tags)
    {
        using var span = Start(name, tags);
        try
        {
            return await work();
        }
        catch (Exception fault)
        {
            Fail(span, fault);
            throw;
        }
    }

    /// <inheritdoc cref="Run"/>
    public static async Task RunAsync(string name, Func<Task> work)
    {
        using var span = Start(name, []);
        try
        {
            await work();
        }
        catch (Exception fault)
        {
            Fail(span, fault);
            throw;
        }
    }

    private static Activity? Start(string name, ReadOnlySpan<(string Key, object Value)> tags)
    {
        var span = s_source.StartActivity(name);
        foreach (var (key, value) in tags)
        {
            span?.SetTag(key, value);
        }

        return span;
    }

    private static void Fail(Activity? span, Exception fault) =>
        span?.SetTag("error.type", fault.GetType().FullName).SetStatus(ActivityStatusCode.Error);
}
