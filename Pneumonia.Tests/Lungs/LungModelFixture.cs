using Pneumonia.Core.Imaging;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Packaging;
using Pneumonia.Model.Training;
using Pneumonia.Tests.Data;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Lungs;

/// <summary>A model that was trained on the lungs of a few phantoms, as the shipped network finds them.</summary>
public sealed class LungModelFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LungModelFixture()
    {
        Zip = Path.Combine(_folder.Path, "lungs.zip");
        using var result = new ImageClassificationTrainer(Options).Fit(TinyTraining.Images(Phantoms), Phantoms.Data.Classes);
        Information = TrainedModel.Write(result, Zip, ("phantoms", Synthetic: true), PositiveGroup.Of(Phantoms.Data.Classes), DateTimeOffset.UnixEpoch);
    }

    public static string Finder { get; } = Path.Combine(RepositoryPaths.Root, "models", "lungs.onnx");

    /// <summary>How it was trained.</summary>
    public static ImageClassificationOptions Options { get; } = TinyTraining.Options with
    {
        Network = TinyTraining.Options.Network with
        {
            LungFinder = Finder, Preprocessing = new Preprocessing { Width = 64, Height = 64, Lungs = new LungFraming { Side = 128 } },
        },
    };

    public PhantomFixture Phantoms { get; } = new();

    public ModelInformation Information { get; }

    public string Zip { get; }

    public void Dispose()
    {
        Phantoms.Dispose();
        _folder.Dispose();
    }
}
