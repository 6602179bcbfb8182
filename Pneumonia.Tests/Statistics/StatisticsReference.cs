using System.Text.Json;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Tests.Statistics;

/// <summary>What reference/generate_statistics.py computed with numpy, scipy and scikit-learn.</summary>
internal static class StatisticsReference
{
    /// <summary>Cases of one statistic.</summary>
    public static JsonElement[] Of(string statistic) =>
        [.. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Statistics", "reference", "statistics.json")))
            .RootElement.GetProperty(statistic).EnumerateArray()];

    /// <summary>The case of a name.</summary>
    public static JsonElement Named(string statistic, string name) =>
        Of(statistic).Single(each => each.GetProperty("name").GetString() == name);

    /// <summary>A case's images, each as [patient, positive, score, ...].</summary>
    /// <param name="reference">The case.</param>
    /// <param name="model">Which of the scores.</param>
    public static ScoredImage[] Images(this JsonElement reference, int model = 0) =>
    [
        .. reference.GetProperty("images").EnumerateArray()
            .Select(image => new ScoredImage(image[0].GetString()!, image[1].GetBoolean(), image[2 + model].GetDouble())),
    ];

    /// <summary>A number.</summary>
    public static double Number(this JsonElement reference, string name) => reference.GetProperty(name).GetDouble();

    /// <summary>Several numbers.</summary>
    public static double[] Numbers(this JsonElement reference, string name) =>
        [.. reference.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];
}
