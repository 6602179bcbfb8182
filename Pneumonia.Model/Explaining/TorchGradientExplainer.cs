using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;
using Pneumonia.Core.Serving;

namespace Pneumonia.Model.Explaining;

/// <summary>Explains with libtorch's gradients, in this process.</summary>
internal sealed class TorchGradientExplainer : IGradientExplainer
{
    /// <inheritdoc/>
    public string? Obstacle => null;

    /// <inheritdoc/>
    public SaliencyMap Map(
        string zip, Radiograph radiograph, ExplanationQuestion question, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        using var model = TorchModel.Load(zip);
        return SaliencyMap.Of(
            Request(model, radiograph, question, progress, cancellation), question.Class!, ExplanationMethods.Find(question.Method!));
    }

    /// <inheritdoc/>
    public MeasuredMap Explain(
        string zip, Radiograph radiograph, ExplanationQuestion question, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        using var model = TorchModel.Load(zip);
        var request = Request(model, radiograph, question, progress, cancellation);
        var method = ExplanationMethods.Find(question.Method!);
        var map = SaliencyMap.Of(request, question.Class!, method);
        return new MeasuredMap(map, new QualityMeter().Measure(request, method, map));
    }

    private static ExplanationRequest Request(
        TorchModel model, Radiograph radiograph, ExplanationQuestion question, IProgress<DataProgress>? progress, CancellationToken cancellation) =>
        new(model.Explained, Prepared(model.Information, radiograph), model.Information.Manifest.Classes.ToList().IndexOf(question.Class!))
        {
            Seed = question.Seed, Progress = progress, Cancellation = cancellation,
        };

    private static float[] Prepared(ModelInformation information, Radiograph radiograph)
    {
        var preprocessing = information.Manifest.Preprocessing;
        var grey = information.Checks?.Prepare(radiograph, preprocessing).Grey ?? preprocessing.Resize(radiograph);
        preprocessing.Normalise(grey);
        return grey;
    }
}
