using Pneumonia.Core.Data;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Model.Data;
using Pneumonia.Model.Packaging;
using Pneumonia.Model.Training;
using Pneumonia.Tests.Data;

namespace Pneumonia.Tests.Training;

/// <summary>A model of NORMAL, BACTERIAL and VIRAL that was trained on a few small phantoms, by their names.</summary>
public sealed class CauseModelFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CauseModelFixture()
    {
        Zip = Path.Combine(_folder.Path, "causes.zip");
        Data = DataSet.Open(Phantoms.Root, labels: LabelScheme.BacteriaVirus);
        using var result = new ImageClassificationTrainer(TinyTraining.Options).Fit(Data.InSplits(Split.Train), Data.Classes);
        Information = TrainedModel.Write(
            result, Zip, ("phantoms", Synthetic: true), PositiveGroup.Of(Data.Classes), DateTimeOffset.UnixEpoch, LabelScheme.BacteriaVirus);
    }

    /// <summary>The phantoms.</summary>
    public PhantomFixture Phantoms { get; } = new();

    /// <summary>The phantoms, labelled by cause.</summary>
    public DataSet Data { get; }

    /// <summary>What the zip says of itself.</summary>
    public ModelInformation Information { get; }

    /// <summary>Path of the model zip.</summary>
    public string Zip { get; }

    public void Dispose()
    {
        Phantoms.Dispose();
        _folder.Dispose();
    }
}
