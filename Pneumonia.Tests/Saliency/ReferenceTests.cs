using Pneumonia.Core.Saliency;
using Pneumonia.Model.Networks;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Tests.Networks;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Saliency;

/// <summary>Against the papers' formulas in Python, reference/generate.py.</summary>
public sealed class ReferenceTests : IDisposable
{
    private readonly IDisposable _scope = NewDisposeScope();
    private readonly IDisposable _gradients = no_grad();

    public void Dispose()
    {
        _gradients.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void A_residual_networks_maps_are_the_references()
    {
        var reference = Reference.Root.GetProperty("resnet");
        using var network = NetworkFactory.Create("resnet18", new NetworkOptions(Classes: 2));
        FormulaWeights.Fill(network, reference.GetProperty("normScale").GetDouble());
        network.eval();
        var request = Requests.Of(network, FormulaWeights.Images(1).narrow(0, 0, 1), 1);

        Reference.Same(reference.GetProperty("gradCam").Floats(), new GradCam().Evidence(request));
        Reference.Same(reference.GetProperty("gradCamPlusPlus").Floats(), new GradCamPlusPlus().Evidence(request));
        var attributions = new IntegratedGradients(steps: 16, samples: 1, noise: 0).Attributions(request);
        var expected = reference.GetProperty("integratedGradients");
        Assert.Equal(expected.GetProperty("sum").GetSingle(), attributions.Values.Sum(), 1e-3f);
        Reference.Same(expected.GetProperty("rows").Floats(), Sums(attributions, (along, across) => attributions.Values[along * attributions.Width + across]), 1e-3f);
        Reference.Same(expected.GetProperty("columns").Floats(), Sums(attributions, (along, across) => attributions.Values[across * attributions.Width + along]), 1e-3f);
    }

    [Fact]
    public void A_plain_networks_maps_are_the_references()
    {
        var reference = Reference.Root.GetProperty("plain");
        using var network = new PlainNetwork();
        FormulaWeights.Fill(network, 1);
        var request = Requests.Of(network, FormulaWeights.Noise("small", [1, 1, 6, 8]), 1);

        Same("gradCam", new GradCam().Evidence(request));
        Same("gradCamPlusPlus", new GradCamPlusPlus().Evidence(request));
        Same("integratedGradients", new IntegratedGradients(steps: 16, samples: 1, noise: 0).Attributions(request));
        Same("scoreCam", new ScoreCam().Evidence(request));

        void Same(string name, EvidenceMap evidence) => Reference.Same(reference.GetProperty(name).Floats(), evidence);
    }

    /// <summary>Sums of every 16th line of a square map.</summary>
    private static EvidenceMap Sums(EvidenceMap map, Func<int, int, float> at) => new(
        1, 6, [.. Enumerable.Range(0, 6).Select(line => Enumerable.Range(0, map.Width).Sum(across => at(16 * line, across)))]);
}
