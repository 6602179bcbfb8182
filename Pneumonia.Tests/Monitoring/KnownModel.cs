using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Storage.Registry;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Evaluate;
using Pneumonia.Tests.Package;

namespace Pneumonia.Tests.Monitoring;

/// <summary>A model whose figures can be worked out by hand: on 200 positive images its scores are spread evenly from 20% to 100%, on 300
/// negative ones from 0 to 60%. So at a threshold of 40% its sensitivity is 3/4 and its specificity 2/3, and at 30% 7/8 and 1/2.</summary>
internal static class KnownModel
{
    public const int Positives = 200;
    public const int Negatives = 300;

    public static IReadOnlyList<ScoredImage> Images(double best = 1) =>
    [
        .. Enumerable.Range(0, Positives).Select(i => new ScoredImage($"p{i}", true, 0.2 + ((best - 0.2) * (i + 0.5) / Positives))),
        .. Enumerable.Range(0, Negatives).Select(i => new ScoredImage($"n{i}", false, 0.6 * (i + 0.5) / Negatives)),
    ];

    public static EvaluationReport Evaluate(double best = 1)
    {
        var images = Images(best);
        var report = BinaryEvaluation.Evaluate(
            images, new EvaluationOptions { Data = "made scores", PositiveClass = "PNEUMONIA", Threshold = 0.4, Resamples = 20 });
        SubgroupReport Group(string name, int patient) => new(
            "acquisition", name, 250, 250, 100, report.Sensitivity, report.Specificity, report.Auc,
            HeldOutScores.Of([.. images.Where((_, i) => i % 2 == patient)]));
        return report with { Subgroups = [Group("even", 0), Group("odd", 1)], Reference = MadeStudies.Reference() };
    }

    public static ModelInformation Create(string name = "known", double best = 1, EvaluationReport? evaluation = null) => new(
        new ModelManifest
        {
            Name = name,
            Created = new DateTimeOffset(2026, 5, 6, 7, 8, 9, TimeSpan.Zero),
            Architecture = "resnet18",
            Classes = ["NORMAL", "PNEUMONIA"],
            PositiveClass = "PNEUMONIA",
            Preprocessing = new Preprocessing(),
            Training = new TrainingRecord(),
            Data = new DataFingerprint("made", 1000, 500, 500, 500, new string('0', 64), Synthetic: true),
            Software = new Dictionary<string, string>(),
        },
        new Calibration
        {
            Temperature = 1,
            Prevalence = 0.4,
            Default = "balanced",
            OperatingPoints = [Point("balanced", 0.4), Point("sensitive", 0.3)],
            WeightsSha256 = VersionOf(name),
        },
        evaluation ?? Evaluate(best),
        "# A model for tests\n");

    /// <summary>Writes it as a zip and returns what the zip says of itself.</summary>
    public static ModelInformation Write(string path, string name = "known", double best = 1) =>
        ModelZip.Write(path, Create(name, best), Encoding.UTF8.GetBytes(name), TinyGraph.Of(Create(name, best)));

    /// <summary>Makes an app keep it, and returns the file of its zip there.</summary>
    public static async Task<string> RegisterAsync(IServiceProvider services, string name = "known", double best = 1)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "model.zip");
        Write(path, name, best);
        var zips = services.GetRequiredService<ModelZips>();
        await using var content = File.OpenRead(path);
        using var received = await zips.ReceiveAsync(content, name, CancellationToken.None);
        zips.Accept(received);
        await services.GetRequiredService<IModelRegistry>().RegisterAsync(
            new NewModel(VersionOf(name), name, received.Sha256, received.Bytes, ModelOrigin.Upload));
        return zips.PathOf(received.Sha256);
    }

    /// <summary>How it names itself.</summary>
    public static string Title(string name) => $"{name} {VersionOf(name)[..8]}";

    /// <summary>SHA-256 of its weights, which are its name.</summary>
    public static string VersionOf(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    private static OperatingPoint Point(string name, double threshold) =>
        new(name, threshold, new(0, 0, 1), new(0, 0, 1), Positives, Negatives);
}
