using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Package;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;

namespace Pneumonia.Core.Serving;

/// <summary>Explains a model's answers by any method, and measures the explanation. What is explained is the network's answer for the
/// image as it is; the mirror image that a model may look at, too, is left out.</summary>
/// <param name="model">The model.</param>
/// <param name="network">Its network.</param>
/// <param name="zip">Its zip.</param>
/// <param name="gradients">Explains where gradients are needed; null: nobody does.</param>
internal sealed class ModelExplainer(PneumoniaModel model, IExplainedNetwork network, string zip, IGradientExplainer? gradients)
{
    /// <summary>The methods there are for the model as things are, its default first: with gradients, none that takes many passes.</summary>
    public IReadOnlyList<IExplanationMethod> Methods
    {
        get
        {
            var own = ExplanationMethods.For(network);
            if (gradients is not { Obstacle: null })
            {
                return own;
            }

            var others = ExplanationMethods.All.Where(method => method.UsesGradients && !method.Suits(network)).ToArray();
            return HasOwnMap ? [.. own, .. others] : [.. others.Where(IsGradCam), .. own, .. others.Where(method => !IsGradCam(method))];
        }
    }

    // Computed along with the answer.
    private bool HasOwnMap => network.ClassWeights is not null;

    /// <summary>The map that comes with an answer; null where none is to be had at once.</summary>
    /// <param name="radiograph">The X-ray.</param>
    /// <param name="framed">It as the network's input, normalised.</param>
    /// <param name="features">The network's last feature map of it.</param>
    /// <param name="classIndex">The class explained.</param>
    public SaliencyMap? MapOf(Radiograph radiograph, FramedImage framed, FeatureMap features, int classIndex)
    {
        var className = model.Information.Manifest.Classes[classIndex];
        if (HasOwnMap)
        {
            return SaliencyMap.Of(ExplanationRequest.Of(network, framed, classIndex) with { Features = features }, className).Placed(framed.Views);
        }

        try
        {
            return gradients is { Obstacle: null }
                ? gradients.Map(zip, radiograph, new ExplanationQuestion(GradCam.Method, className), progress: null, CancellationToken.None)
                : null;
        }
        catch (UserException)
        {
            // The answer stands without it. Who asks for an explanation by itself is told why there is none.
            return null;
        }
    }

    /// <inheritdoc cref="IRadiographModel.Explain"/>
    public MeasuredMap Explain(
        Radiograph radiograph, ExplanationQuestion question, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        var (method, asked, classIndex) = Complete(radiograph, question);
        return method.Suits(network)
            ? MeasuredMap.Of(Request(radiograph, classIndex, question.Seed, progress, cancellation), asked.Class!, method)
            : gradients!.Explain(zip, radiograph, asked, progress, cancellation);
    }

    /// <summary>Only the map that <see cref="Explain"/> measures.</summary>
    /// <inheritdoc cref="IRadiographModel.Explain"/>
    public SaliencyMap Map(
        Radiograph radiograph, ExplanationQuestion question, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        var (method, asked, classIndex) = Complete(radiograph, question);
        return method.Suits(network)
            ? Placed(Request(radiograph, classIndex, question.Seed, progress, cancellation), asked.Class!, method)
            : gradients!.Map(zip, radiograph, asked, progress, cancellation);
    }

    private ExplanationRequest Request(
        Radiograph radiograph, int classIndex, int seed, IProgress<DataProgress>? progress, CancellationToken cancellation) =>
        ExplanationRequest.Of(network, model.Framed(radiograph), classIndex) with { Seed = seed, Progress = progress, Cancellation = cancellation };

    private static SaliencyMap Placed(ExplanationRequest request, string className, IExplanationMethod method) =>
        SaliencyMap.Of(request, className, method).Placed(request.Views);

    private static bool IsGradCam(IExplanationMethod method) => method.Name == GradCam.Method;

    private static int IndexOf(ModelManifest manifest, string className)
    {
        var index = manifest.Classes.ToList().FindIndex(name => name.Equals(className, StringComparison.OrdinalIgnoreCase));
        return index >= 0
            ? index
            : throw new UserException($"The model does not know the class {className}; it tells {string.Join(", ", manifest.Classes)}.");
    }

    // With method and class named as they are called.
    private (IExplanationMethod Method, ExplanationQuestion Asked, int ClassIndex) Complete(Radiograph radiograph, ExplanationQuestion question)
    {
        var (method, manifest) = (MethodFor(question.Method), model.Information.Manifest);
        var classIndex = question.Class is { } name ? IndexOf(manifest, name) : model.ClassOf(radiograph);
        return (method, question with { Method = method.Name, Class = manifest.Classes[classIndex] }, classIndex);
    }

    private IExplanationMethod MethodFor(string? name)
    {
        var methods = Methods;
        var method = name is null ? methods[0] : ExplanationMethods.Find(name);
        if (methods.Contains(method))
        {
            return method;
        }

        throw new UserException(method.UsesGradients && gradients?.Obstacle is { } obstacle
            ? obstacle
            : (UserText)$"The method {method.Name} does not suit {network.Name}; choose one of: {string.Join(", ", methods.Select(other => other.Name))}.");
    }
}
