using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Explanation.Quality;

/// <summary>Deletion and insertion (Petsiuk et al. 2018, section 4.3): how fast the class's probability falls as the most salient
/// pixels are replaced by the mean grey level, and how fast it rises as they appear in a blurred image.</summary>
/// <param name="request">Image, network, class; reports and can be cancelled.</param>
/// <param name="steps">Equal parts that the pixels are changed in.</param>
internal sealed class PixelFlipping(ExplanationRequest request, int steps)
{
    // The paper's blur at its 224 pixels: a deviation of 5, in a window of 11.
    private const double BlurOfWidth = 5 / 224.0;

    /// <summary>Area under the deletion curve, 0 to 1: less is better.</summary>
    public double Deletion(PixelMap map) => Area(map, image => zeros_like(image), replaced: image => image);

    /// <summary>Area under the insertion curve, 0 to 1: more is better.</summary>
    public double Insertion(PixelMap map) => Area(map, image => image, replaced: Blur);

    /// <summary>Rank of each pixel, 0 for the strongest. Those of the same value come in a random order, the same every time.</summary>
    internal static int[] Ranks(PixelMap map)
    {
        var order = Enumerable.Range(0, map.Values.Length).ToArray();
        new Random(0).Shuffle(order);
        Array.Sort(Array.ConvertAll(order, pixel => -map.Values[pixel]), order);
        var ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank]] = rank;
        }

        return ranks;
    }

    // The pixels of lowest rank show the first image, the others the second.
    private double Area(PixelMap map, Func<Tensor, Tensor> salient, Func<Tensor, Tensor> replaced)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var (first, second) = (salient(request.Image), replaced(request.Image));
        var ranks = tensor(Ranks(map), [1, 1, map.Height, map.Width]);
        var curve = PerturbedImages.Score(
            request,
            steps + 1,
            (start, length) => cat([.. Enumerable.Range(start, length)
                .Select(step => where(ranks.lt((int)((long)map.Values.Length * step / steps)), first, second))]),
            ClassScore.Probability);
        return Enumerable.Range(0, steps).Average(step => (curve[step] + curve[step + 1]) / 2.0);
    }

    private Tensor Blur(Tensor image)
    {
        var deviation = Math.Max(0.5, BlurOfWidth * request.Width);
        var reach = (int)Math.Ceiling(deviation);
        var weights = Enumerable.Range(-reach, 2 * reach + 1).Select(at => Math.Exp(-0.5 * at * at / (deviation * deviation))).ToArray();
        var kernel = tensor([.. weights.Select(weight => (float)(weight / weights.Sum()))]);
        var (channels, window) = (image.shape[1], weights.Length);
        var margin = new long[] { reach, reach, reach, reach };
        var planes = nn.functional.pad(image, margin, PaddingModes.Replicate).transpose(0, 1);
        var blurred = nn.functional.conv2d(
            nn.functional.conv2d(planes, kernel.view([1, 1, 1, window])), kernel.view([1, 1, window, 1]));
        return blurred.transpose(0, 1).view([1, channels, image.shape[2], image.shape[3]]);
    }
}
