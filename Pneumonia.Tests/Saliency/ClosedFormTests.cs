using Pneumonia.Core.Saliency;
using Pneumonia.Model.Explaining;
using Pneumonia.Model.Tensors;
using Pneumonia.Tests.Networks;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Saliency;

/// <summary>Where the head is a mean and a linear layer, gradients are known without torch.</summary>
public sealed class ClosedFormTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void The_maps_without_gradients_are_those_by_torchs_gradients(int classIndex)
    {
        using var scope = NewDisposeScope();
        using var network = new PooledNetwork();
        FormulaWeights.Fill(network, 1);
        var request = Requests.Of(network, FormulaWeights.Noise("small", [1, 1, 6, 8]), classIndex);
        var differentiable = (TorchExplainedNetwork)request.Network;
        var byGradient = request with { Network = new HeadHidden(differentiable) };

        var cam = new GradCam().Evidence(byGradient).Values;

        Assert.True(cam.Max() > 0.1f && cam.Min() < -0.1f);
        Reference.Same(cam, new ClassActivationMap().Evidence(request), 1e-6f);
        Reference.Same(cam, new GradCam().Evidence(request), 1e-6f);
        Reference.Same(new GradCamPlusPlus().Evidence(byGradient).Values, new GradCamPlusPlus().Evidence(request), 1e-6f);
        var features = differentiable.Features(request.Image);
        Reference.Same(
            differentiable.FeatureGradient(features, classIndex),
            new EvidenceMap(1, features.Values.Length, MarginGradient.Of(differentiable, features, classIndex, "A test")), 1e-6f);
    }

    [Fact]
    public void Torchs_network_answers_as_torch_does()
    {
        using var scope = NewDisposeScope();
        using var network = new PooledNetwork();
        var images = FormulaWeights.Noise("several", [3, 1, 6, 8]);
        var explained = new TorchExplainedNetwork(network, 6, 8);

        var logits = explained.Logits(images.ToArray<float>(), 3);
        explained.ImageGradient(images.ToArray<float>(), 3, 1);
        explained.FeatureGradient(explained.Features(images.narrow(0, 0, 1).ToArray<float>()), 1);

        Assert.Equal(network.forward(images).ToArray<float>(), logits.SelectMany(row => row));
        Assert.Equal(3, explained.ClassWeights!.Count);
        Assert.All(network.parameters(), parameter => Assert.Null(parameter.grad));
    }

    /// <summary>The same network, its head not told.</summary>
    private sealed class HeadHidden(TorchExplainedNetwork network) : IGradientNetwork
    {
        public string Name => network.Name;

        public int Height => network.Height;

        public int Width => network.Width;

        public IReadOnlyList<float[]>? ClassWeights => null;

        public float[][] Logits(float[] images, int count) => network.Logits(images, count);

        public FeatureMap Features(float[] image) => network.Features(image);

        public float[] FeatureGradient(FeatureMap features, int classIndex) => network.FeatureGradient(features, classIndex);

        public float[] ImageGradient(float[] images, int count, int classIndex) => network.ImageGradient(images, count, classIndex);
    }
}
