using Pneumonia.Tests.Blazor;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Browser;

/// <summary>Chromium, and the app with a real model of its own that was trained on a few phantoms.</summary>
public sealed class TinyModel : Chromium, IDisposable
{
    private readonly TrainedModelFixture _trained;

    public TinyModel()
        : this(new TrainedModelFixture())
    {
    }

    private TinyModel(TrainedModelFixture trained)
        : base(new App { ModelZip = trained.Zip, DataRoot = trained.Phantoms.Root }) => this._trained = trained;

    /// <summary>The model's zip.</summary>
    public string Zip => _trained.Zip;

    /// <summary>The model's version.</summary>
    public string Version => _trained.Information.Version;

    public void Dispose() => _trained.Dispose();
}
