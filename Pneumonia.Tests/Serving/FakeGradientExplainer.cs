using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;
using Pneumonia.Core.Serving;

namespace Pneumonia.Tests.Serving;

/// <summary>Explains nothing, for a reason or with an error.</summary>
internal sealed class FakeGradientExplainer(string? obstacle, string error = "It does not.") : IGradientExplainer
{
    public UserText? Obstacle => obstacle;

    public SaliencyMap Map(
        string zip, Radiograph radiograph, ExplanationQuestion question, IProgress<DataProgress>? progress, CancellationToken cancellation) =>
        throw new UserException(error);

    public MeasuredMap Explain(
        string zip, Radiograph radiograph, ExplanationQuestion question, IProgress<DataProgress>? progress, CancellationToken cancellation) =>
        throw new UserException(error);
}
