using System.Text.Json;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Tests.Statistics;

public sealed class StratifiedAucTests
{
    public static TheoryData<string> Names => new(Cases().Select(each => each.GetProperty("name").GetString()!));

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_pairs_of_one_stratum_are_compared_as_scikit_learn_does_each(string name)
    {
        var expected = Cases().Single(each => each.GetProperty("name").GetString() == name);
        var images = expected.GetProperty("images").EnumerateArray().ToArray();

        var area = StratifiedAuc.Of(
            [.. images.Select(image => new ScoredImage(image[0].GetString()!, image[1].GetBoolean(), image[2].GetDouble()))],
            [.. images.Select(image => image[3].GetString() is { Length: > 0 } stratum ? stratum : null)],
            seed: 1)!;

        Assert.Equal(expected.GetProperty("within").GetDouble(), area.Value, 1e-12);
        Assert.NotEqual(expected.GetProperty("pooled").GetDouble(), area.Value, 1e-3);
        Assert.InRange(area.Value, area.Low, area.High);
        Assert.True(area.High - area.Low > 0.02);
    }

    [Fact]
    public void Where_no_stratum_has_both_classes_there_is_no_area() =>
        Assert.Null(StratifiedAuc.Of([new("a", true, 0.9), new("b", false, 0.1)], ["AP", "PA"], seed: 1));

    private static JsonElement[] Cases() =>
        [.. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Statistics", "reference", "strata.json"))).RootElement.EnumerateArray()];
}
