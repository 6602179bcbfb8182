using Pneumonia.Model.Data;
using Pneumonia.Model.Explanation.Quality;
using Pneumonia.Model.Explanation;
using Pneumonia.Model.Imaging;
using static TorchSharp.torch;

namespace Pneumonia.Model.Serving;

/// <summary>Explains a model's answers by any method, and measures the explanation. What is explained is the network's answer for the
/// image as it is; the mirror image that a model may look at, too, is left out.</summary>
internal static class ModelExplainer
{
    /// <inheritdoc cref="IRadiographModel.Explain"/>
    public static MeasuredMap Explain(
        PneumoniaModel model,
        Radiograph radiograph,
        ExplanationQuestion question,
        IProgress<DataProgress>? progress,
        CancellationToken cancellation)
    {
        var manifest = model.Information.Manifest;
        var method = MethodFor(model, question.Method);
        var classIndex = question.Class is { } name ? IndexOf(manifest, name) : ClassOf(model, radiograph);
        using var scope = NewDisposeScope();
        var request = new ExplanationRequest(model.Network, model.Input(radiograph), classIndex)
        {
            Seed = question.Seed, Progress = progress, Cancellation = cancellation,
        };
        var map = Saliency.Map(request, manifest.Classes[classIndex], method);
        return new MeasuredMap(map, new QualityMeter().Measure(request, method, map));
    }

    /// <summary>Index of the class that a prediction's saliency map explains.</summary>
    public static int ClassOf(PneumoniaModel model, Radiograph radiograph)
    {
        var prediction = model.Predict([new PredictionInput(radiograph, WithSaliency: true)])[0];
        return IndexOf(model.Information.Manifest, prediction.Saliency!.Class);
    }

    private static int IndexOf(ModelManifest manifest, string className)
    {
        var index = manifest.Classes.ToList().FindIndex(name => name.Equals(className, StringComparison.OrdinalIgnoreCase));
        return index >= 0
            ? index
            : throw new UserException($"The model does not know the class {className}; it tells {string.Join(", ", manifest.Classes)}.");
    }

    private static IExplanationMethod MethodFor(PneumoniaModel model, string? name)
    {
        var method = name is null ? ExplanationMethods.DefaultFor(model.Network) : ExplanationMethods.Find(name);
        return method.Suits(model.Network)
            ? method
            : throw new UserException(
                $"The method {method.Name} does not suit {model.Network.Name}; choose one of: "
                + $"{string.Join(", ", ExplanationMethods.For(model.Network).Select(other => other.Name))}.");
    }
}
