using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;
using Pneumonia.Core.Serving;

namespace Pneumonia.Tests.Blazor;

/// <summary>Loads fake models whose maps carry their model's name in the place of the method's, and of which the first can be held in the
/// middle of an answer.</summary>
internal sealed class GatedLoader : IModelLoader, IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly FakeModelLoader _loader = new();
    private readonly ManualResetEventSlim _open = new(initialState: true);

    /// <summary>Gets a permit each time a model holds in the middle of an answer.</summary>
    public SemaphoreSlim Held { get; } = new(0);

    /// <summary>From now on, models hold in the middle of an answer.</summary>
    public void Close() => _open.Reset();

    public void Open() => _open.Set();

    public IRadiographModel Load(string path) => new GatedModel(this, _loader.Load(path));

    public void Dispose()
    {
        _open.Dispose();
        Held.Dispose();
    }

    private void Pass()
    {
        if (!_open.IsSet)
        {
            Held.Release();
            Assert.True(_open.Wait(s_patience));
        }
    }

    private sealed class GatedModel(GatedLoader gate, IRadiographModel model) : IRadiographModel
    {
        public ModelInformation Information => model.Information;

        public IReadOnlyList<IExplanationMethod> ExplanationMethods => model.ExplanationMethods;

        public Prediction[] Predict(IReadOnlyList<PredictionInput> inputs)
        {
            gate.Pass();
            return [.. model.Predict(inputs).Select(answer => answer with { Saliency = Signed(answer.Saliency) })];
        }

        public MeasuredMap Explain(
            Radiograph radiograph, ExplanationQuestion question, IProgress<DataProgress>? progress, CancellationToken cancellation)
        {
            gate.Pass();
            var measured = model.Explain(radiograph, question, progress, cancellation);
            return measured with { Map = Signed(measured.Map)! };
        }

        public void Dispose() => model.Dispose();

        private SaliencyMap? Signed(SaliencyMap? map) => map is null ? null : map with { Method = Information.Manifest.Name };
    }
}
