using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Model.Packaging;
using Pneumonia.Model.Training;
using Pneumonia.Tests.Data;

namespace Pneumonia.Tests.Training;

/// <summary>A model that was trained on a few small phantoms: enough to load and ask, not to trust.</summary>
public sealed class TrainedModelFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TrainedModelFixture()
    {
        Zip = Path.Combine(_folder.Path, "tiny.zip");
        Result = new ImageClassificationTrainer(TinyTraining.Options).Fit(TinyTraining.Images(Phantoms), Phantoms.Data.Classes);
        Information = TrainedModel.Write(Result, Zip, ("phantoms", Synthetic: true), PositiveGroup.Of(Phantoms.Data.Classes), DateTimeOffset.UnixEpoch);
    }

    /// <summary>The phantoms.</summary>
    public PhantomFixture Phantoms { get; } = new();

    /// <summary>The training's result.</summary>
    public TrainingResult Result { get; }

    /// <summary>What the zip says of itself.</summary>
    public ModelInformation Information { get; }

    /// <summary>Path of the model zip.</summary>
    public string Zip { get; }

    public void Dispose()
    {
        Result.Dispose();
        Phantoms.Dispose();
        _folder.Dispose();
    }
}
