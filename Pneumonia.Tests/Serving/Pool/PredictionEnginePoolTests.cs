using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Core.Package;
using Pneumonia.Core.Serving;
using Pneumonia.Core.Serving.Pool;

namespace Pneumonia.Tests.Serving.Pool;

public sealed class PredictionEnginePoolTests
{
    [Fact]
    public void It_answers_with_the_model_of_its_file()
    {
        using var fixture = new PoolFixture("v1");

        Assert.Null(fixture.Version);
        Assert.Equal("v1:5", fixture.Pool.Predict("m", 5));

        var status = fixture.Pool.GetStatus("m");
        Assert.Equal((fixture.FilePath, "v1", null), (status.FilePath, fixture.Version, status.Warning));
        Assert.NotNull(status.LoadedAt);
    }

    [Fact]
    public void An_engine_answers_until_it_is_returned_and_not_after()
    {
        using var fixture = new PoolFixture("v1");
        var engine = fixture.Pool.GetPredictionEngine("m");

        Assert.Equal(["v1:1", "v1:2"], [engine.Predict(1), engine.Predict(2)]);
        fixture.Pool.ReturnPredictionEngine("m", engine);

        Assert.Throws<ObjectDisposedException>(() => engine.Predict(3));
        Assert.Equal(1, fixture.Loader.Loads);
    }

    [Fact]
    public async Task A_model_can_be_loaded_ahead_of_its_first_request()
    {
        using var fixture = new PoolFixture("v1");

        await fixture.Pool.LoadAsync("m");

        Assert.Equal("v1", fixture.Version);
    }

    [Fact]
    public void A_missing_file_does_not_keep_the_pool_from_starting_and_shows_in_its_status()
    {
        using var fixture = new PoolFixture(content: null);

        Assert.Equal("No model serves: the file does not exist.", fixture.Warning);
        var refusal = Assert.Throws<InvalidModelException>(() => fixture.Pool.Predict("m", 1));
        Assert.Equal($"{fixture.FilePath}: the file does not exist.", refusal.Message);
    }

    [Fact]
    public void A_broken_file_is_not_loaded_again_at_each_request()
    {
        using var fixture = new PoolFixture("broken");

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("it is broken.", Assert.Throws<InvalidModelException>(() => fixture.Pool.Predict("m", 1)).Reason);
        }

        Assert.Equal(1, fixture.Loader.Loads);
    }

    [Fact]
    public void Without_watching_a_file_that_comes_late_serves_and_a_later_one_does_not()
    {
        using var fixture = new PoolFixture(content: null, watch: false);
        Assert.Throws<InvalidModelException>(() => fixture.Pool.Predict("m", 1));

        fixture.Replace("v1");
        Assert.Equal("v1:1", fixture.Pool.Predict("m", 1));

        fixture.Replace("v2");
        fixture.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("v1:1", fixture.Pool.Predict("m", 1));
    }

    [Fact]
    public void Models_are_told_apart_by_name_and_one_may_have_none()
    {
        using var folder = new TemporaryFolder();
        var services = new ServiceCollection();
        services.AddSingleton<IModelLoader>(new FakeLoader());
        services.AddSingleton(FakeLoader.Answer);
        services.AddPredictionEnginePool<int, string>()
            .FromFile(folder.Write("plain.txt", "plain"u8.ToArray()), watchForChanges: false)
            .FromFile(modelName: "other", filePath: folder.Write("other.txt", "other"u8.ToArray()), watchForChanges: true);
        using var provider = services.BuildServiceProvider();
        var pool = provider.GetRequiredService<PredictionEnginePool<int, string>>();

        Assert.Equal("plain:1", pool.Predict(1));
        Assert.Equal("other:1", pool.Predict("other", 1));
        Assert.Equal(["", "other"], pool.ModelNames);
        Assert.Throws<ArgumentException>(() => pool.Predict("third", 1));
    }

    [Fact]
    public void An_engine_returned_twice_is_refused()
    {
        using var fixture = new PoolFixture("v1");
        var engine = fixture.Pool.GetPredictionEngine("m");
        fixture.Pool.ReturnPredictionEngine("m", engine);

        Assert.Throws<ArgumentException>(() => fixture.Pool.ReturnPredictionEngine("m", engine));
    }

    [Fact]
    public void Disposing_the_pool_frees_the_model_after_the_request_in_flight()
    {
        var fixture = new PoolFixture("v1");
        var engine = fixture.Pool.GetPredictionEngine("m");

        fixture.Dispose();

        Assert.Equal("v1:3", engine.Predict(3));
        Assert.Equal(1, fixture.Loader.Live);
        fixture.Pool.ReturnPredictionEngine("m", engine);
        Assert.Equal(0, fixture.Loader.Live);
        Assert.Throws<ObjectDisposedException>(() => fixture.Pool.Predict("m", 1));
    }
}
