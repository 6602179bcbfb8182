using System.Security.Cryptography;
using System.Text;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Augmentation;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Tests.Blazor;

/// <summary>What a plausible model zip says of itself.</summary>
internal static class FakeInformation
{
    /// <summary>Name of a model with limits for ruling in and out.</summary>
    public const string Triaging = "triaging";

    /// <summary>Name of a model that lacks what could not be fitted.</summary>
    public const string Lacking = "lacking";

    public static ModelInformation Create(string name = "pneumonia") => new(
        new ModelManifest
        {
            Name = name,
            Created = new DateTimeOffset(2026, 11, 12, 9, 30, 0, TimeSpan.Zero),
            Architecture = "resnet18",
            Classes = ["NORMAL", "PNEUMONIA"],
            PositiveClass = "PNEUMONIA",
            Preprocessing = new Preprocessing(),
            Training = new TrainingRecord
            {
                Options = new ImageClassificationOptions { Data = new() { Augmentation = new AugmentationOptions { Rotation = 15 } } },
                BestEpoch = 2,
                History = [new(1, 0.4, new(0.3, 0.97, 0.9), null, 20), new(2, 0.3, new(0.25, 0.98, 0.92), null, 20)],
            },
            Omissions = name == Lacking ? [new("triage", "Too few patients were held out.")] : null,
            Data = new DataFingerprint("phantoms", 4173, 2201, 1043, 551, Hash("data"), Synthetic: true),
            Software = new Dictionary<string, string> { ["PneumoniaML"] = "0.1.0", ["libtorch"] = "1.13.1", [".NET"] = "10.0.12" },
            Entries = new Dictionary<string, string> { ["weights.safetensors"] = Hash(name), ["calibration.json"] = Hash("calibration") },
        },
        Calibration(name),
        name == Triaging ? Evaluation() with { Triage = TriageReport } : Evaluation(),
        "# Fake model\n\nA model for tests, which knows **nothing** of X-rays.\n\n## Limits\n\n- Not a medical device.\n- Children of one to five years only.\n");

    private static Calibration Calibration(string name) => new()
    {
        Temperature = 1.37,
        Default = "balanced",
        WeightsSha256 = Hash(name),
        Triage = name == Triaging ? new(new RiskBound(0.1, 0.01, 298), new RiskBound(0.6, 0.02, 122)) : null,
        Meanings = name == Triaging ? Meanings : [],
        OperatingPoints =
        [
            new OperatingPoint("balanced", 0.41, new(0.955, 0.938, 0.968), new(0.912, 0.874, 0.940), 774, 269),
            new OperatingPoint("sensitive", 0.12, new(0.990, 0.980, 0.995), new(0.781, 0.728, 0.826), 774, 269),
        ],
    };

    private static IReadOnlyList<ScoreMeaning> Meanings =>
    [
        new(0, 0.1, 224, 117, 2, new(0.9, 0.2, 4.3)), new(0.1, 0.6, 31, 14, 9, null), new(0.6, 1, 790, 402, 786, new(99.5, 98.1, 99.9)),
    ];

    private static TriageReport TriageReport => new()
    {
        Groups =
        [
            new(Triage.RuleOut, 4, 230, new(0.224, 0.2, 0.25), new(0.017, 0.007, 0.043)),
            new(Triage.CannotSay, 30, 36, new(0.063, 0.05, 0.08), new(0.455, 0.34, 0.574)),
            new(Triage.RuleIn, 740, 3, new(0.712, 0.684, 0.739), new(0.996, 0.988, 0.999)),
        ],
        PositivePatients = 402,
        NegativePatients = 149,
        Missed = new(0.01, 0.004, 0.025),
        FalseRuleIns = new(0.02, 0.007, 0.057),
    };

    private static EvaluationReport Evaluation() => new()
    {
        Data = "held-out patients of phantoms",
        Count = 1043,
        Patients = 551,
        PositiveClass = "PNEUMONIA",
        Accuracy = new(0.944, 0.929, 0.956),
        BalancedAccuracy = new(0.934, 0.912, 0.951),
        Auc = new(0.981, 0.972, 0.988),
        AveragePrecision = new(0.992, 0.987, 0.996),
        Sensitivity = new(0.955, 0.938, 0.968),
        Specificity = new(0.911, 0.871, 0.940),
        Precision = new(0.969, 0.954, 0.979),
        F1 = new(0.962, 0.951, 0.971),
        LogLoss = new(0.151, 0.128, 0.178),
        Brier = new(0.043, 0.035, 0.052),
        Ece = new(0.018, 0.011, 0.031),
        Threshold = 0.41,
        Confusion = new(739, 24, 245, 35),
        Roc = [new(0, 0, null), .. Enumerable.Range(1, 100).Select(i => i / 100.0).Select(x => new CurvePoint(x, Math.Pow(x, 0.02), 1 - x))],
        PrecisionRecall = [.. Enumerable.Range(0, 101).Select(i => i / 100.0).Select(x => new CurvePoint(x, 1 - (0.25 * Math.Pow(x, 24)), 1 - x))],
        Reliability = [.. Enumerable.Range(0, 10).Select(i => new ReliabilityBin(i / 10.0, (i + 1) / 10.0, 100, (i + 0.5) / 10, ((i + 0.5) / 10) - (0.02 * Math.Sin(i))))],
    };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
