using Pneumonia.Model.Data;
using Pneumonia.Model.Explanation;
using Pneumonia.Model.Explanation.Quality;
using Pneumonia.Model.Imaging;

namespace Pneumonia.Model.Serving;

/// <summary>Explains a model's answers by any method, and measures the explanation. What is explained is the network's answer for the
/// image as it is; the mirror image that a model may look at, too, is left out.</summary>
/// <param name="model">The model.</param>
/// <param name="network">Its network.</param>
/// <param name="zip">Its zip.</param>
/// <param name="gradients">Explains where gradients are needed; null: nobody does.</param>
internal sealed class ModelExplainer(PneumoniaModel model, IExplainedNetwork network, string zip, IGradientExplainer? gradients)
{
    /// <summary>The methods there are for the model, its default first.</summary>
    public IReadOnlyList<IExplanationMethod> Methods { get; } =
    [
        .. ExplanationMethods.For(network),
        .. gradients is null ? [] : ExplanationMethods.All.Where(method => method.UsesGradients && !method.Suits(network)),
    ];

    /// <inheritdoc cref="IRadiographModel.Explain"/>
    public MeasuredMap Explain(
        Radiograph radiograph, ExplanationQuestion question, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        var manifest = model.Information.Manifest;
        var method = MethodFor(question.Method);
        var classIndex = question.Class is { } name ? IndexOf(manifest, name) : model.ClassOf(radiograph);
        if (!method.Suits(network))
        {
            var asked = question with { Method = method.Name, Class = manifest.Classes[classIndex] };
            return gradients!.Explain(zip, radiograph, asked, progress, cancellation);
        }

        var request = new ExplanationRequest(network, model.Input(radiograph), classIndex)
        {
            Seed = question.Seed, Progress = progress, Cancellation = cancellation,
        };
        var map = SaliencyMap.Of(request, manifest.Classes[classIndex], method);
        return new MeasuredMap(map, new QualityMeter().Measure(request, method, map));
    }

    private static int IndexOf(ModelManifest manifest, string className)
    {
        var index = manifest.Classes.ToList().FindIndex(name => name.Equals(className, StringComparison.OrdinalIgnoreCase));
        return index >= 0
            ? index
            : throw new UserException($"The model does not know the class {className}; it tells {string.Join(", ", manifest.Classes)}.");
    }

    private IExplanationMethod MethodFor(string? name)
    {
        var method = name is null ? Methods[0] : ExplanationMethods.Find(name);
        return Methods.Contains(method)
            ? method
            : throw new UserException(
                $"The method {method.Name} does not suit {network.Name}; choose one of: {string.Join(", ", Methods.Select(other => other.Name))}.");
    }
}
