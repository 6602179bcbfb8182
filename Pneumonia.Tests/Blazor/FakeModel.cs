using Pneumonia.Model.Serving;
using Pneumonia.Model.Serving.Pool;

namespace Pneumonia.Tests.Blazor;

internal sealed class FakeModel(string name) : IPredictionModel<PredictionInput, Prediction>, IDescribedModel
{
    public ModelInformation Information { get; } = FakeInformation.Create(name);

    public string Version => Information.Version;

    public PredictionEngine<PredictionInput, Prediction> CreateEngine() => new FakeEngine(Information);

    public void Dispose()
    {
    }
}
