using Pneumonia.Core;
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
    public UserText? Obstacle => null;

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
        return MeasuredMap.Of(
            Request(model, radiograph, question, progress, cancellation), question.Class!, ExplanationMethods.Find(question.Method!));
    }

    private static ExplanationRequest Request(
        TorchModel model, Radiograph radiograph, ExplanationQuestion question, IProgress<DataProgress>? progress, CancellationToken cancellation) =>
        new(model.Explained, Prepared(model.Information, radiograph), model.Information.Manifest.Classes.ToList().IndexOf(question.Class!))
        {
            Seed = question.Seed, Progress = progress, Cancellation = cancellation,
        };

    private static float[] Prepared(ModelInformation information, Radiograph radiograph)
    {
        var grey = information.Prepare(radiograph).Grey;
        information.Manifest.Preprocessing.Normalise(grey);
        return grey;
    }
}
