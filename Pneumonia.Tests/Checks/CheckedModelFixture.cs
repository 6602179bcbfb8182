using Pneumonia.Core.Checks;
using Pneumonia.Core.Data;
using Pneumonia.Core.Package;
using Pneumonia.Core.Serving;
using Pneumonia.Model.CheckFitting;
using Pneumonia.Model.Data;
using Pneumonia.Model.Data.Phantoms;
using Pneumonia.Model.Explaining;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Checks;

/// <summary>The tiny model with checks that were fitted on phantoms.</summary>
public sealed class CheckedModelFixture : IDisposable
{
    private const int Phantoms = 320;
    private const int Size = 128;

    private readonly TemporaryFolder _folder = new();

    public CheckedModelFixture(TrainedModelFixture trained)
    {
        var root = Path.Combine(_folder.Path, "phantoms");
        PhantomFolder.Write(root, Phantoms, seed: 5, Size);
        var data = DataSet.Open(root);
        Good = [.. data.InSplits(Split.Test).Select(image => image.Path)];
        Zip = Path.Combine(_folder.Path, "checked.zip");
        using var model = TorchModel.Load(trained.Zip);
        var checks = ChecksFit.Fit(
            model.Network, model.Preparation,
            new ChecksData(data.InSplits(Split.Train), [], data.InSplits(Split.Val), Seed: 1), _ => { });
        var (_, weights, onnx) = ModelZip.Read(trained.Zip);
        ModelZip.Write(Zip, trained.Information with { Checks = checks }, weights, onnx);
        Model = PneumoniaModel.Load(Zip);
    }

    /// <summary>Phantoms that nothing was fitted on.</summary>
    public IReadOnlyList<string> Good { get; }

    /// <summary>Path of the model zip.</summary>
    public string Zip { get; }

    /// <summary>The model.</summary>
    public PneumoniaModel Model { get; }

    public void Dispose()
    {
        Model.Dispose();
        _folder.Dispose();
    }
}
