using Pneumonia.Model;
using Pneumonia.Model.Data;
using Pneumonia.Model.Explanation;
using Pneumonia.Model.Explanation.Quality;
using Pneumonia.Model.Imaging;
using Pneumonia.Model.Serving;

namespace Pneumonia.Tests.Serving;

/// <summary>Explains nothing, for a reason or with an error.</summary>
internal sealed class FakeGradientExplainer(string? obstacle, string error = "It does not.") : IGradientExplainer
{
    public string? Obstacle => obstacle;

    public SaliencyMap Map(
        string zip, Radiograph radiograph, ExplanationQuestion question, IProgress<DataProgress>? progress, CancellationToken cancellation) =>
        throw new UserException(error);

    public MeasuredMap Explain(
        string zip, Radiograph radiograph, ExplanationQuestion question, IProgress<DataProgress>? progress, CancellationToken cancellation) =>
        throw new UserException(error);
}
