using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Serving;
using Pneumonia.Tests.Commands;
using Pneumonia.Tests.Data;

namespace Pneumonia.Tests.Documentation;

/// <summary>The README's lines, run as they stand there, on a synthetic phantom.</summary>
public sealed class ReadmeTests(PhantomFixture phantoms) : IClassFixture<PhantomFixture>, IDisposable
{
    private static readonly string s_zip = Path.Combine(RepositoryPaths.Root, "models", "pneumonia.zip");

    private readonly TemporaryFolder _folder = new();

    private string Image => phantoms.Data.Images[0].Path;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_project_of_ML_NET_and_the_core_alone_predicts_as_the_program_does()
    {
        var path = typeof(PneumoniaModel).Assembly.Location;
        Write("Sample.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="{Path.Combine(RepositoryPaths.Root, "Pneumonia.Core", "Pneumonia.Core.csproj")}" />
                <PackageReference Include="Microsoft.ML" Version="{Version("Microsoft.ML")}" />
                <PackageReference Include="Microsoft.ML.OnnxTransformer" Version="{Version("Microsoft.ML.OnnxTransformer")}" />
                <PackageReference Include="Microsoft.ML.OnnxRuntime" Version="{Version("Microsoft.ML.OnnxRuntime")}" />
              </ItemGroup>
            </Project>
            """);
        Write("Program.cs", Readme.Code("needs no more than this to predict").Replace("models/pneumonia.zip", s_zip, StringComparison.Ordinal));

        var printed = await Run("dotnet", "run", "-c", path.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug", "--", Image);

        var line = printed.Split('\n').Last(each => each.Contains(':'));
        var answer = Answer();
        Assert.StartsWith(answer.Label, line, StringComparison.Ordinal);
        Assert.Equal(answer.Probabilities.Select(each => $"{each.Probability:P1}"), line[(answer.Label.Length + 1)..].Split(',').Select(part => part.Trim()));
    }

    [RuntimeFact("node", "-e", "require.resolve('onnxruntime-web')")]
    public async Task JavaScript_predicts_as_the_program_does()
    {
        await ExportAsync();
        using var model = PneumoniaModel.Load(s_zip);
        var grey = model.Preparation.Frame(model.Preparation.Whole(new RadiographDecoder().DecodeFile(Image))).Grey;
        File.WriteAllBytes(Path.Combine(_folder.Path, "grey.bin"), MemoryMarshal.AsBytes<float>(grey).ToArray());
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "node_modules"), Path.Combine(RepositoryPaths.Root, "node_modules"));
        Write("predict.mjs", Readme.Code("In JavaScript"));

        AssertProbabilities(await Run("node", "predict.mjs", "grey.bin"), 1e-3);
    }

    [RuntimeFact("python3", "-c", "import numpy, onnxruntime, PIL, scipy")]
    public async Task Python_predicts_as_the_program_does()
    {
        await ExportAsync();
        Write("predict.py", Readme.Code("In Python"));

        // Pillow resizes 8-bit grey levels.
        AssertProbabilities(await Run("python3", "predict.py", Image), 0.02);
    }

    private static string Version(string package) => Regex.Match(
        File.ReadAllText(Path.Combine(RepositoryPaths.Root, "Directory.Packages.props")), $"Include=\"{Regex.Escape(package)}\" Version=\"([^\"]+)\"").Groups[1].Value;

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.Path, name), text);

    private Core.Serving.Prediction Answer()
    {
        using var model = PneumoniaModel.Load(s_zip);
        return model.Predict([new PredictionInput(new RadiographDecoder().DecodeFile(Image))])[0];
    }

    private async Task ExportAsync() => Assert.Equal(
        0, (await CommandLineRun.Of("export", "--model", s_zip, "--output", Path.Combine(_folder.Path, "pneumonia.onnx"))).ExitCode);

    private void AssertProbabilities(string printed, double tolerance)
    {
        double[] numbers =
        [
            .. Regex.Matches(printed, @"\d\.\d+(e-?\d+)?|\d+e-?\d+").Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture)),
        ];
        Assert.All(Answer().Probabilities.Zip(numbers), pair => Assert.Equal(pair.First.Probability, pair.Second, tolerance));
        Assert.Equal(2, numbers.Length);
    }

    private async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.Path,
        })!;
        var ended = await CommandLineRun.End(process);
        Assert.True(ended.ExitCode == 0, ended.Output + ended.Error);
        return ended.Output;
    }
}
