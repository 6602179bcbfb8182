using System.Diagnostics;
using System.Text;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Api;

/// <summary>The clients that README.md shows do what it says, as they stand there.</summary>
public sealed class ReadmeClientsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_client_in_csharp_prints_the_answer_and_writes_the_overlay()
    {
        await using var app = new App();
        var address = app.Listen();
        var source = Block("In C#");
        Assert.InRange(source.Split('\n').Length, 1, 20);
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "predict.cs"), source);

        var (code, output) = await RunAsync("dotnet", "run", "predict.cs", "--", address.ToString(), Xray());

        Assert.True(code == 0, output);
        Assert.Matches(@"^(NORMAL|PNEUMONIA) by pneumonia \w+\nNORMAL: \d+\.\d ?%\nPNEUMONIA: \d+\.\d ?%$", output.Trim().ReplaceLineEndings("\n"));
        Assert.Equal([0x89, .. "PNG"u8], (await File.ReadAllBytesAsync(Path.Combine(_folder.Path, "overlay.png")))[..4]);
    }

    [Fact]
    public async Task The_lines_for_curl_are_answered()
    {
        await using var app = new App();
        var address = app.Listen();
        Xray();
        var script = Block("From a shell").Replace("http://localhost:5080", address.ToString().TrimEnd('/'), StringComparison.Ordinal);
        Assert.Contains(address.ToString(), script);
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "script.sh"), $"set -e\n{script.Replace("curl ", "curl --fail-with-body -s ", StringComparison.Ordinal)}");

        var (code, output) = await RunAsync("bash", "script.sh");

        Assert.True(code == 0, output);
        Assert.Contains("\"verdict\":", output);
        Assert.Contains("\"state\":\"waiting\"", output);
        Assert.Contains("\"jobs\":[{", output);
        Assert.Contains("\"studies\":[{", output);
    }

    /// <summary>The first indented block after a line that begins so.</summary>
    private static string Block(string start)
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryPaths.Root, "README.md"))
            .SkipWhile(line => !line.StartsWith(start, StringComparison.Ordinal))
            .SkipWhile(line => !line.StartsWith("    ", StringComparison.Ordinal))
            .TakeWhile(line => line.Length == 0 || line.StartsWith("    ", StringComparison.Ordinal))
            .Select(line => line.Length == 0 ? line : line[4..]);
        return string.Join('\n', lines).TrimEnd();
    }

    private string Xray()
    {
        foreach (var name in new[] { "chest.png", "other.png" })
        {
            File.WriteAllBytes(Path.Combine(_folder.Path, name), ApiClient.Image(name.Length));
        }

        return "chest.png";
    }

    private async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments)
    {
        var output = new StringBuilder();
        using var process = new Process { StartInfo = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true,
        } };
        process.StartInfo.Environment["DOTNET_NOLOGO"] = "1";
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.ToString());

        void Append(string? line)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        }
    }
}
