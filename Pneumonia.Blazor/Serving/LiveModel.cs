using Microsoft.Extensions.Primitives;
using Pneumonia.Model;
using Pneumonia.Model.Data;
using Pneumonia.Model.Explanation;
using Pneumonia.Model.Explanation.Quality;
using Pneumonia.Model.Imaging;
using Pneumonia.Model.RiskControl;
using Pneumonia.Model.Serving;
using Pneumonia.Model.Serving.Pool;

namespace Pneumonia.Blazor.Serving;

/// <summary>The model in service: answers, says what it is, and tells when another takes its place.</summary>
public sealed class LiveModel : IDisposable
{
    private readonly PredictionEnginePool<PredictionInput, Prediction> pool;
    private readonly ModelSource source;
    private readonly IDisposable subscription;

    public LiveModel(PredictionEnginePool<PredictionInput, Prediction> pool, ModelSource source)
    {
        (this.pool, this.source) = (pool, source);
        subscription = ChangeToken.OnChange(() => pool.GetReloadToken(), Refresh);
        Refresh();
    }

    /// <summary>Raised after <see cref="Information"/> or <see cref="Warning"/> has changed, on any thread.</summary>
    public event Action? Changed;

    /// <summary>What the model in service says of itself; null while there is none.</summary>
    public ModelInformation? Information { get; private set; }

    /// <summary>One sentence on why the model file as it is now does not serve; null when all is well.</summary>
    public string? Warning { get; private set; }

    /// <summary>Where the operator puts a model: full path.</summary>
    public string FilePath => source.Path;

    /// <summary>Answers with the model in service.</summary>
    /// <exception cref="InvalidModelException">There is none.</exception>
    public Prediction Predict(PredictionInput input) => pool.Predict(input);

    /// <summary>The methods that explain the model in service, its default first; none where it does not explain itself.</summary>
    public IReadOnlyList<IExplanationMethod> ExplanationMethods => Information is null
        ? []
        : pool.Use(string.Empty, model => (model as IExplainingModel)?.ExplanationMethods ?? []);

    /// <summary>Explains an answer of the model in service.</summary>
    /// <exception cref="UserException">There is no model, or it cannot explain this.</exception>
    public MeasuredMap Explain(
        Radiograph radiograph, ExplanationQuestion question, IProgress<DataProgress> progress, CancellationToken cancellation) =>
        pool.Use(string.Empty, model => model is IExplainingModel explaining
            ? explaining.Explain(radiograph, question, progress, cancellation)
            : throw new UserException("The model in service does not explain itself."));

    /// <summary>The operating point that decided; null where the model in service names none with that threshold.</summary>
    public OperatingPoint? OperatingPointOf(Prediction prediction) =>
        Information?.Calibration.OperatingPoints.FirstOrDefault(point => point.Threshold.Equals(prediction.Threshold));

    /// <summary>The operating points of the model that made a prediction; none where it is no longer in service.</summary>
    public IReadOnlyList<OperatingPoint> OperatingPointsFor(Prediction prediction) => CalibrationOf(prediction)?.OperatingPoints ?? [];

    /// <summary>The triage's limits of the model that made a prediction; null where it is no longer in service or has none.</summary>
    public TriageLimits? LimitsFor(Prediction prediction) => CalibrationOf(prediction)?.Triage;

    /// <summary>Whether the model in service made a prediction.</summary>
    public bool Gave(Prediction prediction) => Information is { } live && prediction.Model == $"{live.Manifest.Name} {live.Version}";

    public void Dispose() => subscription.Dispose();

    private Calibration? CalibrationOf(Prediction prediction) =>
        Gave(prediction) ? Information?.Calibration : null;

    private void Refresh()
    {
        var status = pool.GetStatus();
        Warning = status.Warning;
        Information = status.Version is null
            ? null
            : pool.Use(string.Empty, model => (model as IDescribedModel)?.Information);
        Changed?.Invoke();
    }
}
