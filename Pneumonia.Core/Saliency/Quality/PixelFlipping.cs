using Pneumonia.Core.Imaging;

namespace Pneumonia.Core.Saliency.Quality;

/// <summary>Deletion and insertion (Petsiuk et al. 2018, section 4.3): how fast the class's probability falls as the most salient
/// pixels are replaced by the mean grey level, and how fast it rises as they appear in a blurred image.</summary>
/// <param name="request">Image, network, class; reports and can be cancelled.</param>
/// <param name="steps">Equal parts that the pixels are changed in.</param>
internal sealed class PixelFlipping(ExplanationRequest request, int steps)
{
    /// <summary>Area under the deletion curve, 0 to 1: less is better.</summary>
    public double Deletion(PixelMap map) => Area(map, salient: new float[request.Image.Length], others: request.Image);

    /// <summary>Area under the insertion curve, 0 to 1: more is better.</summary>
    public double Insertion(PixelMap map) =>
        Area(map, salient: request.Image, others: ImageBlur.Apply(request.Image, request.Width, request.Height));

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

    // Step by step more pixels, those of lowest rank first, show the salient image, the rest the others.
    private double Area(PixelMap map, float[] salient, float[] others)
    {
        var ranks = Ranks(map);
        var curve = PerturbedImages.Score(
            request,
            steps + 1,
            (step, image) =>
            {
                var shown = (int)((long)ranks.Length * step / steps);
                for (var pixel = 0; pixel < ranks.Length; pixel++)
                {
                    image[pixel] = ranks[pixel] < shown ? salient[pixel] : others[pixel];
                }
            },
            ClassScore.Probability);
        return Enumerable.Range(0, steps).Average(step => (curve[step] + curve[step + 1]) / 2.0);
    }
}
