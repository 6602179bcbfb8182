using Microsoft.Extensions.Primitives;
using Pneumonia.Core.Serving.Pool;

namespace Pneumonia.Tests.Serving.Pool;

/// <summary>What goes wrong in other pools when a model's file changes.</summary>
public sealed class ReloadTests
{
    [Fact]
    public void An_atomic_rename_over_the_file_is_seen()
    {
        using var fixture = new PoolFixture("v1");
        Assert.Equal("v1:1", fixture.Pool.Predict("m", 1));

        fixture.Replace("v2");

        fixture.WaitFor(() => fixture.Version == "v2");
        Assert.Equal("v2:1", fixture.Pool.Predict("m", 1));
        Assert.Equal(1, fixture.Loader.Live);
    }

    [Fact]
    public void A_file_written_in_place_is_seen()
    {
        using var fixture = new PoolFixture("v1");
        fixture.Pool.Predict("m", 1);

        File.WriteAllText(fixture.FilePath, "v2");

        fixture.WaitFor(() => fixture.Version == "v2");
    }

    [Fact]
    public void A_request_in_flight_ends_on_the_model_it_began_with()
    {
        using var fixture = new PoolFixture("v1");
        var engine = fixture.Pool.GetPredictionEngine("m");

        fixture.Replace("v2");
        fixture.WaitFor(() => fixture.Version == "v2");

        Assert.Equal("v1:1", engine.Predict(1));
        Assert.Equal(2, fixture.Loader.Live);
        fixture.Pool.ReturnPredictionEngine("m", engine);
        Assert.Equal(1, fixture.Loader.Live);
    }

    [Fact]
    public void An_engine_returned_after_a_reload_does_not_enter_the_new_pool()
    {
        using var fixture = new PoolFixture("v1");
        var engine = fixture.Pool.GetPredictionEngine("m");
        fixture.Replace("v2");
        fixture.WaitFor(() => fixture.Version == "v2");

        fixture.Pool.ReturnPredictionEngine("m", engine);

        Assert.Equal(Enumerable.Repeat("v2:1", 5), Enumerable.Range(0, 5).Select(_ => fixture.Pool.Predict("m", 1)));
    }

    [Theory]
    [InlineData("broken", "The model's file is refused, and version v1...... keeps serving: it is broken.")]
    [InlineData("crash", "The model's file is refused, and version v1...... keeps serving: the model could not be loaded: native trouble")]
    public void A_broken_new_file_leaves_the_old_model_serving_with_a_warning(string content, string warning)
    {
        using var fixture = new PoolFixture("v1");
        fixture.Pool.Predict("m", 1);

        fixture.Replace(content);
        fixture.WaitFor(() => fixture.Warning is not null);

        Assert.Equal(warning, fixture.Warning);
        Assert.Equal("v1:1", fixture.Pool.Predict("m", 1));

        fixture.Replace("v2");
        fixture.WaitFor(() => fixture.Version == "v2");
        Assert.Null(fixture.Warning);
    }

    [Fact]
    public void A_deleted_file_leaves_the_old_model_serving_and_its_return_clears_the_warning()
    {
        using var fixture = new PoolFixture("v1");
        fixture.Pool.Predict("m", 1);

        File.Delete(fixture.FilePath);
        fixture.WaitFor(() => fixture.Warning is not null);
        Assert.Equal("v1:1", fixture.Pool.Predict("m", 1));

        fixture.Replace("v1");
        fixture.WaitFor(() => fixture.Warning is null);
        Assert.Equal(1, fixture.Loader.Loads);
    }

    [Fact]
    public void A_touch_loads_nothing()
    {
        using var fixture = new PoolFixture("v1", poll: TimeSpan.FromMilliseconds(30));
        fixture.Pool.Predict("m", 1);

        for (var i = 1; i <= 5; i++)
        {
            File.SetLastWriteTimeUtc(fixture.FilePath, DateTime.UtcNow.AddSeconds(i));
            fixture.Clock.Advance(TimeSpan.FromMilliseconds(60));
        }

        Assert.Equal(1, fixture.Loader.Loads);
    }

    [Fact]
    public void A_file_that_comes_late_is_loaded()
    {
        using var fixture = new PoolFixture(content: null);

        fixture.Replace("v1");

        fixture.WaitFor(() => fixture.Version == "v1");
        Assert.Null(fixture.Warning);
    }

    [Fact]
    public void A_poll_finds_what_nobody_tells_of()
    {
        using var fixture = new PoolFixture(content: null, poll: TimeSpan.FromMilliseconds(30), file: "not-yet/model.txt");

        fixture.Replace("v1");
        fixture.WaitFor(() => fixture.Version == "v1");

        fixture.Replace("v2");
        fixture.WaitFor(() => fixture.Version == "v2");
    }

    [Fact]
    public void A_link_led_to_another_file_is_seen_by_the_poll()
    {
        using var fixture = new PoolFixture(content: null, poll: TimeSpan.FromMilliseconds(30));
        var folder = Path.GetDirectoryName(fixture.FilePath)!;
        File.WriteAllText(Path.Combine(folder, "a"), "v1");
        File.WriteAllText(Path.Combine(folder, "b"), "v2");

        File.CreateSymbolicLink(fixture.FilePath, "a");
        fixture.WaitFor(() => fixture.Version == "v1");

        File.CreateSymbolicLink(fixture.FilePath + ".tmp", "b");
        File.Move(fixture.FilePath + ".tmp", fixture.FilePath, overwrite: true);
        fixture.WaitFor(() => fixture.Version == "v2");
    }

    [Fact]
    public void Listeners_hear_of_each_change_even_when_one_of_them_throws()
    {
        using var fixture = new PoolFixture("v1");
        var heard = 0;
        using var bad = ChangeToken.OnChange(() => fixture.Pool.GetReloadToken("m"), () => throw new InvalidOperationException("bad page"));
        using var good = ChangeToken.OnChange(() => fixture.Pool.GetReloadToken("m"), () => Interlocked.Increment(ref heard));

        fixture.Pool.Predict("m", 1);
        fixture.WaitFor(() => Volatile.Read(ref heard) == 1);

        fixture.Replace("v2");
        fixture.WaitFor(() => Volatile.Read(ref heard) == 2);

        fixture.Replace("broken");
        fixture.WaitFor(() => Volatile.Read(ref heard) == 3);
    }
}
