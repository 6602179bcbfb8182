using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Model.Serving.Pool;

namespace Pneumonia.Tests.Serving.Pool;

/// <summary>A pool over one file in a folder of its own.</summary>
internal sealed class PoolFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;

    public PoolFixture(string? content, bool watch = true, TimeSpan? poll = null, string file = "model.txt")
    {
        FilePath = Path.Combine(_folder.Path, file);
        if (content is not null)
        {
            Replace(content);
        }

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IPredictionModelLoader<int, string>>(Loader);
        services.AddPredictionEnginePool<int, string>()
            .FromFile("m", FilePath, watch)
            .Configure(options =>
            {
                options.QuietPeriod = TimeSpan.FromMilliseconds(20);
                options.PollInterval = poll ?? TimeSpan.FromHours(1);
            });
        _services = services.BuildServiceProvider();
        Pool = _services.GetRequiredService<PredictionEnginePool<int, string>>();
    }

    public FakeLoader Loader { get; } = new();

    public PredictionEnginePool<int, string> Pool { get; }

    public string FilePath { get; }

    public string? Version => Pool.GetStatus("m").Version;

    public string? Warning => Pool.GetStatus("m").Warning;

    public static void WaitFor(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "It did not come about within 20 seconds.");
            Thread.Sleep(5);
        }
    }

    /// <summary>Writes under another name and renames over the file, as a careful program does.</summary>
    public void Replace(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        File.WriteAllText(FilePath + ".tmp", content);
        File.Move(FilePath + ".tmp", FilePath, overwrite: true);
    }

    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }
}
