using System.Text.Json;
using Pneumonia.Core.Lungs;

namespace Pneumonia.Tests.Lungs;

public sealed class BoxSamplerTests
{
    [Fact]
    public void A_part_is_cut_out_as_torch_does()
    {
        var reference = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryPaths.Root, "Pneumonia.Tests", "Lungs", "reference", "boxes.json"))).RootElement;
        float[] image = Numbers(reference.GetProperty("image"));

        Assert.All(reference.GetProperty("cases").EnumerateArray(), one =>
        {
            var box = Numbers(one.GetProperty("box"));
            var cut = BoxSampler.Cut(image, (9, 7), new RelativeBox(box[0], box[1], box[2], box[3]), (5, 6));
            Assert.All(Numbers(one.GetProperty("cut")).Zip(cut), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        });
    }

    [Fact]
    public void The_whole_image_at_its_own_size_stays_as_it_is()
    {
        float[] image = [.. Enumerable.Range(0, 30).Select(i => i / 30f)];

        Assert.Equal(image, BoxSampler.Cut(image, (6, 5), RelativeBox.Whole, (6, 5)));
    }

    private static float[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetSingle())];
}
