using Pneumonia.Core.Data;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Training;
using Pneumonia.Model.Training.Images;
using Pneumonia.Model.Training.Loop;

namespace Pneumonia.Tests.Packaging.Calibrating;

/// <summary>Results of trainings, without their networks, on held-out images as few and as odd as there are.</summary>
internal static class OddHoldOut
{
    /// <summary>How the network answers, e.g. the same to all images.</summary>
    public static IReadOnlyList<string> Answers { get; } = ["noise", "equal", "separate", "reversed", "huge", "tiny", "infinite", "notANumber"];

    /// <summary>Whose images they are, and of which classes.</summary>
    public static IReadOnlyList<string> Layouts { get; } = ["ownPatients", "onePatient", "pairs", "mixedPatients", "oneClass", "oneOfAClass"];

    /// <summary>Makes a result.</summary>
    public static TrainingResult Create(int images, int classes, string answers, string layout, int seed)
    {
        var random = new Random(seed);
        string[] names = [.. new[] { "NORMAL", "PNEUMONIA", "OTHER" }.Take(classes).Order(StringComparer.Ordinal)];
        int[] labels = [.. Enumerable.Range(0, images).Select(i => layout switch
        {
            "oneClass" => classes - 1,
            "oneOfAClass" => i == 0 ? 0 : 1 + (i % (classes - 1)),
            _ => i % classes,
        })];
        XRay[] files = [.. labels.Select((label, i) => new XRay($"{i:000}.png", names[label], "train", Patient(i, label, layout), null, null))];
        return new TrainingResult(
            null!, new ImageClassificationOptions { Packaging = new() { ThresholdsUnderShifts = false } }, names, new TrainingState(), new string('0', 64), files,
            [.. labels.Select(label => Logits(label, classes, answers, random))], labels, [], HoldOutRoles.Of(files, choosesEpoch: true, seed), null);
    }

    private static string Patient(int image, int label, string layout) => layout switch
    {
        "onePatient" => "one",
        "pairs" => $"p{label}-{image / 6}",
        "mixedPatients" => $"p{image / 3}",
        _ => $"p{image}",
    };

    private static float[] Logits(int label, int classes, string answers, Random random) => [.. Enumerable.Range(0, classes).Select(index => answers switch
    {
        "equal" => 0,
        "separate" => index == label ? 50 : 0,
        "reversed" => index == label ? 0 : 3 + random.NextSingle(),
        "huge" => (random.NextSingle() - 0.5f) * 1e30f,
        "tiny" => random.NextSingle() * 1e-30f,
        "infinite" => index == label ? float.PositiveInfinity : 0,
        "notANumber" => float.NaN,
        _ => random.NextSingle() - 0.5f,
    })];
}
