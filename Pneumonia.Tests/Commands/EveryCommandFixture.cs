namespace Pneumonia.Tests.Commands;

/// <summary>A folder that was empty until <c>data synthesize</c> and <c>train</c> were run there, as a user's is.</summary>
public sealed class EveryCommandFixture : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>What makes a training one of seconds.</summary>
    public static IReadOnlyList<string> Tiny { get; } =
        ["--data", "phantoms", "--epoch", "1", "--image-size", "64", "--batch-size", "8", "--validation-fraction", "0.4"];

    /// <summary>Runs a command there.</summary>
    internal Task<CommandLineRun> RunAsync(params string[] arguments) => CommandLineRun.In(_folder.Path, arguments);

    /// <summary>Path of a file there.</summary>
    public string PathOf(string name) => Path.Combine(_folder.Path, name);

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Succeeded(await RunAsync("data", "synthesize", "--output", "phantoms", "--count", "40", "--size", "128", "--seed", "1"));
        Succeeded(await RunAsync(["train", .. Tiny]));
        File.Copy(Directory.EnumerateFiles(PathOf("phantoms"), "*.jp*g", SearchOption.AllDirectories).First(), PathOf("a.png"));
    }

    /// <summary>Asserts that a run went well and showed nobody an exception.</summary>
    internal static void Succeeded(CommandLineRun run)
    {
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.DoesNotContain("Exception", run.Error + run.Output, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
