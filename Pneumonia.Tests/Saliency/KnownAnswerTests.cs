using Pneumonia.Core.Saliency;
using Pneumonia.Model.Tensors;
using Pneumonia.Tests.Networks;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Saliency;

/// <summary>Explanations that follow from the network by hand.</summary>
public sealed class KnownAnswerTests : IDisposable
{
    private readonly TorchSharp.DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Integrated_gradients_of_a_sum_are_its_terms()
    {
        float[] weights = [1, -2, 3, 0.5f], pixels = [2, 1, -1, 4];
        using var network = new LinearNetwork(weights);

        var attributions = new IntegratedGradients(steps: 3, samples: 1, noise: 0).Attributions(Request(network, pixels, 2));

        Reference.Same([.. weights.Zip(pixels, (weight, pixel) => weight * pixel)], attributions, 1e-5f);
    }

    [Fact]
    public void Integrated_gradients_sum_to_the_difference_of_the_outputs()
    {
        using var network = new PlainNetwork();
        FormulaWeights.Fill(network, 1);
        var image = FormulaWeights.Noise("small", [1, 1, 6, 8]) * 2;
        var request = Requests.Of(network, image, 1);

        var sum = new IntegratedGradients(steps: 200, samples: 1, noise: 0).Attributions(request).Values.Sum();

        Assert.Equal(Margin(image) - Margin(zeros_like(image)), sum, 0.02f);

        float Margin(Tensor input)
        {
            var logits = network.forward(input).ToArray<float>();
            return logits[1] - logits[0];
        }
    }

    [Fact]
    public void Cells_of_integrated_gradients_keep_their_sum()
    {
        using var network = new LinearNetwork([.. Enumerable.Range(0, 256).Select(i => i % 7 - 2f)]);
        var request = Request(network, [.. Enumerable.Range(0, 256).Select(i => i % 5 - 1f)], 16);
        var method = new IntegratedGradients(steps: 1, samples: 1, noise: 0);

        var evidence = method.Evidence(request);

        Assert.Equal((2, 2), (evidence.Width, evidence.Height));
        Assert.Equal(method.Attributions(request).Values.Sum(), evidence.Values.Sum(), 1e-2f);
    }

    [Fact]
    public void Cells_share_the_pixels_on_an_edge_that_does_not_divide_the_image()
    {
        // Two cells of 17 columns: of 9 each, the middle one in both; a pixel counts 1 / (9 * 8) of a cell that stands for 68.
        using var network = new LinearNetwork([.. Enumerable.Range(0, 8 * 17).Select(i => i % 17 == 8 ? 1f : 0)]);
        var request = Requests.Of(network, ones([1, 1, 8, 17]), 1);

        var evidence = new IntegratedGradients(steps: 1, samples: 1, noise: 0).Evidence(request);

        Reference.Same([68f / 9, 68f / 9], evidence, 1e-5f);
    }

    [Fact]
    public void Occlusion_is_the_mean_loss_over_the_windows_that_cover_a_place()
    {
        using var network = new LinearNetwork([1, 2, 3, 4, 5, 6, 7, 8, 9]);

        var evidence = new Occlusion(cells: 3, window: 2).Evidence(Request(network, [1, 1, 1, 1, 1, 1, 1, 1, 1], 3));

        // The four windows lose 1+2+4+5, 2+3+5+6, 4+5+7+8 and 5+6+8+9.
        Reference.Same([12, 14, 16, 18, 20, 22, 24, 26, 28], evidence, 1e-5f);
    }

    [Fact]
    public void Rise_and_occlusion_find_the_only_place_that_counts()
    {
        var weights = new float[16 * 16];
        foreach (var pixel in Enumerable.Range(0, 16))
        {
            weights[(8 + pixel / 4) * 16 + 3 + pixel % 4] = 0.2f;
        }

        using var network = new LinearNetwork(weights);
        var request = Request(network, [.. Enumerable.Repeat(1f, 256)], 16);

        Assert.All(new IExplanationMethod[] { new Rise(masks: 400, cells: 4), new Occlusion(cells: 8) }, method =>
        {
            var map = SaliencyMap.Of(request, "PNEUMONIA", method);
            var strongest = Array.IndexOf(map.Values.ToArray(), 1f);
            Assert.InRange((strongest % map.Width + 0.5) * 16 / map.Width, 3, 7);
            Assert.InRange((strongest / map.Width + 0.5) * 16 / map.Height, 8, 12);
        });
    }

    private static ExplanationRequest Request(LinearNetwork network, float[] pixels, int width) =>
        Requests.Of(network, tensor(pixels, [1, 1, pixels.Length / width, width]), 1);
}
