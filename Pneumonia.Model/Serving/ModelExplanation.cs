using Pneumonia.Model.Data;
using Pneumonia.Model.Explanation;
using Pneumonia.Model.Explanation.Quality;
using Pneumonia.Model.Imaging;
using static Pneumonia.Torch.torch;

namespace Pneumonia.Model.Serving;

/// <summary>Explains a model's answers by any method, and measures the explanation.</summary>
public static class ModelExplanation
{
    /// <summary>Explains the answer for one X-ray.</summary>
    /// <param name="model">The model.</param>
    /// <param name="radiograph">The X-ray.</param>
    /// <param name="question">Which method, class and seed.</param>
    /// <param name="progress">Told of the map's passes, then of those of its measurement.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="UserException">The model has no such class, or the method does not suit it.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static MeasuredMap Explain(
        this PneumoniaModel model,
        Radiograph radiograph,
        ExplanationQuestion question,
        IProgress<DataProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var manifest = model.Information.Manifest;
        var className = question.Class ?? manifest.PositiveClass;
        var classIndex = manifest.Classes.Select(name => name.ToUpperInvariant()).ToList().IndexOf(className.ToUpperInvariant());
        if (classIndex < 0)
        {
            throw new UserException($"The model does not know the class {className}; it tells {string.Join(", ", manifest.Classes)}.");
        }

        var method = MethodFor(model, question.Method);
        using var scope = NewDisposeScope();
        var size = manifest.Preprocessing;
        var image = tensor<float>(size.Apply(radiograph), [1, 1, size.Height, size.Width]);
        var request = new ExplanationRequest(model.Network, image, classIndex)
        {
            Seed = question.Seed, Progress = progress, Cancellation = cancellation,
        };
        var map = Saliency.Map(request, manifest.Classes[classIndex], method);
        return new MeasuredMap(map, new QualityMeter().Measure(request, method, map));
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
