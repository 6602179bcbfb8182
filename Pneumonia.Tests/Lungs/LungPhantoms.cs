using Pneumonia.Core.Recipes;
using Pneumonia.Model.Data.Phantoms;
using Pneumonia.Model.Lungs;

namespace Pneumonia.Tests.Lungs;

/// <summary>Phantoms with masks of their lungs. Not to be written to.</summary>
public sealed class LungPhantoms : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Draws them.</summary>
    public LungPhantoms()
    {
        (Images, Masks) = (Path.Combine(_folder.Path, "images"), Path.Combine(_folder.Path, "masks"));
        PhantomFolder.Write(Images, count: 120, seed: 1, size: 64, masks: Masks);
    }

    /// <summary>Folder of the images.</summary>
    public string Images { get; }

    /// <summary>Folder of the masks.</summary>
    public string Masks { get; }

    /// <summary>A training of seconds.</summary>
    internal static LungOptions Small => new()
    {
        Channels = [8, 16, 24], Side = 64, Epochs = 8, CheckEpochs = 8, BatchSize = 8, LearningRate = 0.01, Precision = TrainingPrecision.Float32,
    };

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
