using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using Pneumonia.Core.Serving;
using Pneumonia.Core.Serving.Pool;
using Pneumonia.Core.Serving.Queue;

namespace Pneumonia.Tests.Serving.Queue;

public sealed class InferenceQueueTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly ConcurrentQueue<string> _log = new();
    private readonly InferenceQueue _queue;
    private readonly QueueModel _model;
    private readonly ModelLease _lease;

    public InferenceQueueTests()
    {
        _queue = new InferenceQueue(new InferenceQueueOptions { MostWaiting = 3, MostAtOnce = 2 }, _clock);
        _model = new QueueModel(_log);
        _lease = _model.Lease();
    }

    public void Dispose()
    {
        _lease.Dispose();
        _queue.Dispose();
    }

    [Fact]
    public async Task What_waits_for_one_model_is_answered_together_and_no_more_at_once_than_allowed()
    {
        using var other = new QueueModel(_log).Lease();
        var hold = await HoldAsync();
        Task[] waiting = [Ask("a"), _queue.PredictAsync(other, QueueModel.Image("other"), InferencePriority.Request), Ask("b")];

        _model.LetOn();
        await Task.WhenAll([hold, .. waiting]);
        Assert.Equal(["hold", "a b", "other"], _log);

        hold = await HoldAsync();
        waiting = [Ask("c"), Ask("d"), Ask("e")];
        _model.LetOn();
        await Task.WhenAll([hold, .. waiting]);
        Assert.Equal(["c d", "e"], _log.TakeLast(2));
    }

    [Fact]
    public async Task The_more_urgent_goes_first_and_takes_nothing_less_urgent_along()
    {
        var hold = await HoldAsync();
        Task[] waiting =
        [
            Ask("job", InferencePriority.Job), Ask("request", InferencePriority.Request), Ask("page", InferencePriority.Page),
        ];

        _model.LetOn();
        await Task.WhenAll([hold, .. waiting]);

        Assert.Equal(["hold", "page", "request", "job"], _log);
    }

    [Fact]
    public async Task A_full_line_refuses_and_leaves_room_to_the_others()
    {
        var hold = await HoldAsync();
        Task[] waiting = [Ask("a"), Ask("b"), Ask("c")];

        var refusal = await Assert.ThrowsAsync<InferenceQueueFullException>(() => Ask("d"));
        Assert.Equal("Too many X-rays are waiting to be answered for; try again in a moment.", refusal.Message);
        Assert.Equal(3, _queue.Length);
        var page = Ask("page", InferencePriority.Page);

        _model.LetOn();
        await Task.WhenAll([hold, page, .. waiting]);
        Assert.Equal(0, _queue.Length);
    }

    [Fact]
    public async Task What_is_cancelled_waits_no_longer_and_is_not_asked()
    {
        using var cancellation = new CancellationTokenSource();
        var hold = await HoldAsync();
        var gone = _queue.PredictAsync(_lease, QueueModel.Image("gone"), InferencePriority.Request, cancellation.Token);
        var next = Ask("next");

        cancellation.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        Assert.Equal(1, _queue.Length);
        _model.LetOn();
        await Task.WhenAll(hold, next);
        Assert.Equal(["hold", "next"], _log);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _queue.PredictAsync(_lease, QueueModel.Image("late"), InferencePriority.Request, cancellation.Token));
    }

    [Fact]
    public async Task An_explanation_gives_way_between_its_passes_and_still_comes_on()
    {
        var explanation = ExplainAsync();
        await _model.Held.WaitAsync();
        Task[] waiting = [Ask("a"), Ask("b"), Ask("page", InferencePriority.Page)];

        _model.LetOn();
        await Task.WhenAll([explanation, .. waiting]);

        Assert.Equal(["pass 1", "page", "pass 2", "a b", "pass 3"], _log);
    }

    [Fact]
    public async Task One_explanation_does_not_come_between_the_passes_of_another()
    {
        var first = ExplainAsync();
        await _model.Held.WaitAsync();
        var second = ExplainAsync();
        _model.LetOn();
        _model.LetOn();

        await Task.WhenAll(first, second);

        Assert.Equal(["pass 1", "pass 2", "pass 3", "pass 1", "pass 2", "pass 3"], _log);
    }

    [Fact]
    public async Task An_explanation_that_is_cancelled_ends_after_its_pass()
    {
        using var cancellation = new CancellationTokenSource();
        var explanation = ExplainAsync(cancellation.Token);
        await _model.Held.WaitAsync();

        cancellation.Cancel();
        _model.LetOn();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => explanation);
        Assert.Equal(["pass 1"], _log);
        await Ask("next");
    }

    [Fact]
    public async Task A_fault_of_one_image_is_not_that_of_the_others()
    {
        var hold = await HoldAsync();
        var (bad, good) = (Ask("bad"), Ask("good"));
        _model.LetOn();

        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.Equal("PNEUMONIA", (await good).Label);
        await hold;
    }

    [Fact]
    public async Task What_waits_keeps_its_model_though_who_asked_has_let_it_go()
    {
        var hold = await HoldAsync();
        var other = new QueueModel(_log);
        var lease = other.Lease();
        var shared = lease.Share();
        var waiting = _queue.PredictAsync(lease, QueueModel.Image("a"), InferencePriority.Request);
        lease.Dispose();

        _model.LetOn();
        await Task.WhenAll(hold, waiting);

        Assert.Equal(2, _log.Count);
        shared.Dispose();
    }

    [Fact]
    public async Task The_time_of_waiting_is_told_when_it_is_over()
    {
        var told = new ConcurrentQueue<(InferencePriority, TimeSpan)>();
        _queue.Begun += (priority, wait) => told.Enqueue((priority, wait));
        var hold = await HoldAsync();
        var job = Ask("job", InferencePriority.Job);
        _clock.Advance(TimeSpan.FromSeconds(3));

        _model.LetOn();
        await Task.WhenAll(hold, job);

        Assert.Equal([(InferencePriority.Request, TimeSpan.Zero), (InferencePriority.Job, TimeSpan.FromSeconds(3))], told);
    }

    [Fact]
    public async Task The_end_of_the_queue_ends_what_waits_and_finishes_what_has_begun()
    {
        var hold = await HoldAsync();
        var waiting = Ask("a");

        _queue.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Ask("b"));
        _model.LetOn();
        await hold;
    }

    private Task<Prediction> Ask(string name, InferencePriority priority = InferencePriority.Request) =>
        _queue.PredictAsync(_lease, QueueModel.Image(name), priority);

    private Task ExplainAsync(CancellationToken cancellation = default) => _queue.ExplainAsync(
        _lease, QueueModel.Image("x").Radiograph, new ExplanationQuestion("fake"), progress: null, cancellation);

    /// <summary>Keeps the model busy; the task ends once it is let on.</summary>
    private async Task<Task> HoldAsync()
    {
        var hold = Ask("hold");
        await _model.Held.WaitAsync();
        return hold;
    }
}
