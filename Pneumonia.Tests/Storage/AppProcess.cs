using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Pneumonia.Tests.Storage;

/// <summary>The app as a process of its own, which can be killed and started again on the same data.</summary>
internal sealed class AppProcess(string model, string folder, string? connectionString) : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly int _port = FreePort();
    private Process? _process;

    /// <summary>Largest file that the process may write, in KiB; null for any.</summary>
    public int? FileSizeLimit { get; init; }

    public string Data => Path.Combine(folder, "data");

    public HttpClient CreateClient() => new() { BaseAddress = new Uri($"http://127.0.0.1:{_port}") };

    /// <summary>Starts and waits until it answers.</summary>
    public async Task StartAsync(params string[] arguments)
    {
        _process = Start(["--urls", $"http://127.0.0.1:{_port}", "--contentRoot", folder, "--Model:Path", model, .. arguments]);
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        using var client = CreateClient();
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/healthz")).StatusCode);
                return;
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(started) < s_patience && !_process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>SIGKILL.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Runs a maintenance command to its end.</summary>
    public async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var command = Start([.. arguments, "--contentRoot", folder]);
        var (output, error) = (command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync());
        await command.WaitForExitAsync();
        return (command.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        if (_process is not null)
        {
            Kill();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Process Start(string[] arguments)
    {
        string[] command = ["dotnet", Path.Combine(AppContext.BaseDirectory, "Pneumonia.Blazor.dll"), .. arguments,
            "--Storage:Path", Data, "--Storage:ConnectionString", connectionString ?? string.Empty, "--Storage:Samples", "false"];
        if (FileSizeLimit is { } limit)
        {
            // A write beyond the limit then fails like one to a full disk, instead of ending the process.
            command = ["bash", "-c", $"trap '' XFSZ; ulimit -f {limit}; exec \"$@\"", "bash", .. command];
        }

        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true, RedirectStandardError = FileSizeLimit is null && arguments[0] is "backup" or "restore",
        };

        // The runtime's doubly mapped memory is a file, too.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return Process.Start(start)!;
    }
}
