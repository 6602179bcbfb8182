using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Recipes;
using Pneumonia.Tests.Data;

namespace Pneumonia.Tests.Training;

/// <summary>A training of a second or two.</summary>
internal static class TinyTraining
{
    public static ImageClassificationOptions Options { get; } = new()
    {
        Epoch = 2,
        BatchSize = 8,
        ValidationSetFraction = 0.4,
        Network = new() { Preprocessing = new Preprocessing { Width = 64, Height = 64 } },
        Optimisation = new() { EmaDecay = 0.5 },
    };

    public static IReadOnlyList<XRay> Images(PhantomFixture phantoms) => phantoms.Data.InSplits(Split.Train);
}
