using Pneumonia.Core.Data;
using Pneumonia.Core.Reports;
using Pneumonia.Model.Studies.Evaluate;
using Pneumonia.Tests.Browser;

namespace Pneumonia.Tests.Studies.Evaluate;

public sealed class ReferenceDistributionTests
{
    // As numpy.percentile(range(1, 12), ...) has it.
    [Fact]
    public void Percentiles_are_interpolated()
    {
        var feature = ReferenceDistribution.Feature("x", Enumerable.Range(1, 11).Reverse().Select(i => (double)i));

        Assert.Equal(101, feature.Percentiles.Count);
        Assert.Equal([1, 1.1, 6, 11], new[] { 0, 1, 50, 100 }.Select(i => feature.Percentiles[i]));
    }

    [Fact]
    public void Images_are_measured_and_those_that_cannot_be_read_count_for_the_score_alone()
    {
        using var folder = new TemporaryFolder();
        var good = Path.Combine(folder.Path, "a.png");
        File.WriteAllBytes(good, Xrays.Chest("a.png", patch: true).Buffer);
        XRay Image(string path) => new(path, "NORMAL", "train", path, null, null);

        var reference = ReferenceMeasurement.Of([Image(good), Image("missing.png")], [new("a", true, 0.25), new("b", false, 0.75)]);

        Assert.Equal(2, reference.Count);
        Assert.Equal(
            ["score", "brightness", "contrast", "sharpness", "aspectRatio", "megapixels"], reference.Features.Select(feature => feature.Name));
        Assert.Equal(0.5, reference.Features[0].Percentiles[50]);
        Assert.Equal(1, reference.Features[4].Percentiles[50]);
        Assert.InRange(reference.Features[1].Percentiles[0], 0.05, 0.95);
        Assert.Equal(
            ["score"], ReferenceMeasurement.Of([Image("missing.png")], [new("b", false, 0.75)]).Features.Select(feature => feature.Name));
    }
}
