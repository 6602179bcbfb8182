using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pneumonia.Core.Serving;
using Pneumonia.Core.Serving.Pool;

namespace Pneumonia.Tests.Serving.Pool;

/// <summary>A pool over one file in a folder of its own, with a clock that goes on only when it is told to.</summary>
internal sealed class PoolFixture : IDisposable
{
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(20);

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
        services.AddSingleton<IModelLoader>(Loader);
        services.AddSingleton(FakeLoader.Answer);
        services.AddSingleton<TimeProvider>(Clock);
        services.AddPredictionEnginePool<int, string>()
            .FromFile("m", FilePath, watch)
            .Configure(options =>
            {
                options.QuietPeriod = s_quiet;
                options.PollInterval = poll ?? TimeSpan.FromHours(1);
            });
        _services = services.BuildServiceProvider();
        Pool = _services.GetRequiredService<PredictionEnginePool<int, string>>();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero));

    public FakeLoader Loader { get; } = new();

    public PredictionEnginePool<int, string> Pool { get; }

    public string FilePath { get; }

    public string? Version => Pool.GetStatus("m").Version?.TrimEnd('.');

    public string? Warning => Pool.GetStatus("m").Warning?.ToString();

    /// <summary>Lets the clock run until something has come about; only the operating system's word of a change takes real time.</summary>
    public void WaitFor(Func<bool> condition) => Assert.True(
        SpinWait.SpinUntil(
            () =>
            {
                Clock.Advance(s_quiet);
                return condition();
            },
            TimeSpan.FromSeconds(20)),
        "It did not come about within 20 seconds.");

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
