namespace Pneumonia.Tests.Serving.Pool;

public sealed class LoadTests
{
    private const int Callers = 16;
    private const int Replacements = 20;

    [Fact]
    public void Sixteen_threads_predict_while_the_file_is_replaced_twenty_times()
    {
        using var fixture = new PoolFixture("v0");
        using var stop = new CancellationTokenSource();
        var errors = 0;
        var seen = new HashSet<string>[Callers];
        var threads = Enumerable.Range(0, Callers).Select(caller => new Thread(() =>
        {
            seen[caller] = [];
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                try
                {
                    var answer = fixture.Pool.Predict("m", i);
                    Assert.EndsWith($":{i}", answer, StringComparison.Ordinal);
                    seen[caller].Add(answer[..answer.IndexOf(':', StringComparison.Ordinal)]);
                }
                catch (Exception)
                {
                    Interlocked.Increment(ref errors);
                }
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());

        for (var i = 1; i <= Replacements; i++)
        {
            fixture.Replace($"v{i}");
            fixture.WaitFor(() => fixture.Version == $"v{i}");
        }

        stop.Cancel();
        Array.ForEach(threads, thread => thread.Join());

        Assert.Equal(0, errors);
        Assert.Equal(1, fixture.Loader.Live);
        Assert.Equal(Replacements + 1, fixture.Loader.Loads);
        Assert.True(seen.SelectMany(versions => versions).Distinct().Count() > Replacements / 2);
        Assert.Equal($"v{Replacements}:1", fixture.Pool.Predict("m", 1));
    }

    [Fact]
    public void Threads_that_come_at_once_load_the_first_model_once()
    {
        using var fixture = new PoolFixture("v1");

        Parallel.For(0, 64, i => Assert.Equal($"v1:{i}", fixture.Pool.Predict("m", i)));

        Assert.Equal((1, 1), (fixture.Loader.Loads, fixture.Loader.Live));
    }
}
