using System.Collections.Concurrent;
using System.Diagnostics;
using Pneumonia.Tests.Api;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Measuring;

[CollectionDefinition(nameof(TraceTests), DisableParallelization = true)]
[Collection(nameof(TraceTests))]
public sealed class TraceTests
{
    [Fact]
    public async Task The_steps_of_an_answer_are_spans_that_say_nothing_of_patients()
    {
        await using var app = new App();
        var trace = ActivityTraceId.CreateRandom();
        var spans = await TracedAsync(trace, async () =>
        {
            var client = Traced(app, trace);
            (await client.PredictAsync(ApiClient.Image(1), "smithers.png", patient: "patient-quodlibet")).EnsureSuccessStatusCode();
        });

        Assert.Equal(["decode", "inference", "store"], spans.Select(span => span.OperationName));
        Assert.All(spans, span => Assert.Equal(ActivityStatusCode.Unset, span.Status));
        Assert.Equal([new("saliency", false)], spans.SelectMany(span => span.TagObjects));
    }

    [Fact]
    public async Task A_fault_is_told_by_its_kind_alone()
    {
        await using var app = new App();
        var trace = ActivityTraceId.CreateRandom();
        var spans = await TracedAsync(trace, () => Traced(app, trace).PredictAsync("text"u8.ToArray(), "smithers.png"));

        var decode = Assert.Single(spans);
        Assert.Equal(ActivityStatusCode.Error, decode.Status);
        Assert.Null(decode.StatusDescription);
        Assert.Equal([new("error.type", "Pneumonia.Core.Imaging.InvalidRadiographException")], decode.TagObjects);
        Assert.Empty(decode.Events);
    }

    [Fact]
    public async Task The_files_of_jobs_are_traced_too()
    {
        await using var app = new App();
        var client = app.CreateClient();
        var names = new ConcurrentDictionary<string, byte>();
        using var listener = Listen(span => names.TryAdd(span.OperationName, 0));

        var accepted = await client.SendJobAsync([("a.png", ApiClient.Image(1))]);
        await client.WaitForJobAsync(accepted.Headers.Location!);

        Assert.Equal(["decode", "inference", "store"], names.Keys.Order());
    }

    private static HttpClient Traced(App app, ActivityTraceId trace)
    {
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        return client;
    }

    /// <summary>The app's own spans of one trace, in the order in which they began; others, of tests that run meanwhile, are left out.</summary>
    private static async Task<IReadOnlyList<Activity>> TracedAsync(ActivityTraceId trace, Func<Task> work)
    {
        var spans = new ConcurrentQueue<Activity>();
        using (Listen(spans.Enqueue))
        {
            await work();
        }

        return [.. spans.Where(span => span.TraceId == trace).OrderBy(span => span.StartTimeUtc)];
    }

    private static ActivityListener Listen(Action<Activity> started)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Pneumonia",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = started,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
