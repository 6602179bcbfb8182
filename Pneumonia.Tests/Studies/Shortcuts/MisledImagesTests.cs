using Pneumonia.Core.Data;
using Pneumonia.Model.Studies.Shortcuts;

namespace Pneumonia.Tests.Studies.Shortcuts;

public sealed class MisledImagesTests
{
    [Fact]
    public void Images_that_a_shortcut_gets_wrong_are_found_and_no_others()
    {
        // Every tenth image looks, by the shortcut, as the other class does.
        var random = new Random(1);
        XRay[] images = [.. Enumerable.Range(0, 200).Select(i => new XRay($"{i}.jpeg", i % 2 == 0 ? "NORMAL" : "PNEUMONIA", null, $"p{i / 2}", null, null))];
        float[][] features = [.. images.Select((_, i) => new[] { (i % 2 == 0) == (i / 2 % 10 == 0) ? 1f : 0f, random.NextSingle() })];

        var misled = MisledImages.Of(images, features, seed: 1);

        Assert.Equal(Enumerable.Range(0, 200).Where(i => i / 2 % 10 == 0), misled.Order());
    }
}
