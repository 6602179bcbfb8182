using Pneumonia.Model.Data;
using Pneumonia.Model.Data.Phantoms;

namespace Pneumonia.Tests.Data;

/// <summary>A small data set of phantoms, for <c>IClassFixture</c>. Not to be written to.</summary>
public sealed class PhantomFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Draws the phantoms.</summary>
    public PhantomFixture()
    {
        Root = Path.Combine(_folder.Path, "phantoms");
        PhantomFolder.Write(Root, Count, seed: 1, Size);
        Data = DataSet.Open(Root);
    }

    /// <summary>Number of images, half of them with pneumonia.</summary>
    public static int Count => 40;

    /// <summary>Columns and rows.</summary>
    public static int Size => 128;

    /// <summary>The folder, in the Kaggle layout.</summary>
    public string Root { get; }

    /// <summary>The folder, opened with its test split.</summary>
    public DataSet Data { get; }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
