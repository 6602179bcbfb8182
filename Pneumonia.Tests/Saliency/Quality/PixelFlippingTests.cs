using Pneumonia.Core.Saliency.Quality;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Saliency.Quality;

public sealed class PixelFlippingTests
{
    [Fact]
    public void The_areas_follow_from_the_probabilities_by_hand()
    {
        using var scope = NewDisposeScope();
        using var network = new LinearNetwork([2, 0, 0, -1]);
        var flipping = new PixelFlipping(Requests.Of(network, ones([1, 1, 2, 2]), 1), steps: 4);
        var map = new PixelMap(2, 2, [4, 3, 2, 1]);

        // The margin falls from 2 - 1 to -1 with the first pixel and ends at 0 with the last.
        var deletion = (Sigmoid(1) / 2 + 3 * Sigmoid(-1) + Sigmoid(0) / 2) / 4;
        Assert.Equal(deletion, flipping.Deletion(map), 1e-5);

        // Blurring an even image changes nothing, so inserting it does neither.
        Assert.Equal(Sigmoid(1), flipping.Insertion(map), 1e-5);
    }

    [Fact]
    public void The_map_that_marks_what_counts_beats_the_one_that_does_not()
    {
        using var scope = NewDisposeScope();
        var weights = new float[64];
        weights[20] = weights[21] = 1;
        using var network = new LinearNetwork(weights);
        var image = zeros([1, 1, 8, 8]);
        image.view(64).narrow(0, 20, 2).fill_(1);
        var flipping = new PixelFlipping(Requests.Of(network, image, 1), steps: 8);
        var (right, wrong) = (new PixelMap(8, 8, new float[64]), new PixelMap(8, 8, new float[64]));
        right.Values[20] = right.Values[21] = 1;
        wrong.Values[50] = wrong.Values[51] = 1;

        Assert.True(flipping.Deletion(right) < flipping.Deletion(wrong) - 0.05);
        Assert.True(flipping.Insertion(right) > flipping.Insertion(wrong) + 0.005);
    }

    [Fact]
    public void Equal_pixels_come_in_no_order_of_their_own()
    {
        var ranks = PixelFlipping.Ranks(new PixelMap(32, 32, new float[1024]));

        Assert.Equal(Enumerable.Range(0, 1024), ranks.Order());
        Assert.InRange(ranks.Take(512).Average(), 400, 620);
    }

    private static double Sigmoid(double margin) => 1 / (1 + Math.Exp(-margin));
}
