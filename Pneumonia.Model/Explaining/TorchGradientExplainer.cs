using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Lungs;
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
        var request = Request(model, radiograph, question, progress, cancellation);
        return SaliencyMap.Of(request, question.Class!, ExplanationMethods.Find(question.Method!)).Placed(request.Views);
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
        ExplanationRequest.Of(model.Explained, Prepared(model, radiograph), model.Information.Manifest.Classes.ToList().IndexOf(question.Class!)) with
        {
            Seed = question.Seed, Progress = progress, Cancellation = cancellation,
        };

    private static FramedImage Prepared(TorchModel model, Radiograph radiograph)
    {
        var framed = model.Information.Prepare(radiograph, model.Preparation).Framed;
        model.Preparation.Preprocessing.Normalise(framed.Grey);
        return framed;
    }
}
