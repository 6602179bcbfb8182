using System.Text.Json;
using Pneumonia.Core.Checks;
using Pneumonia.Core.Files;
using Pneumonia.Model.CheckFitting;

namespace Pneumonia.Tests.Checks;

public sealed class FeatureDensityTests
{
    private static readonly ChecksReference s_reference = ChecksReference.Load();

    [Fact]
    public void Distances_are_the_squared_Mahalanobis_distances_that_scipy_gives()
    {
        var density = DensityFit.Fit(s_reference.Features, s_reference.Groups, s_reference.Components, seed: 1);

        Assert.Equal(s_reference.Noise, density.Noise, 1e-4);
        Assert.All(s_reference.Queries.Zip(s_reference.Distances), pair => Assert.Equal(1, density.Distance(pair.First) / pair.Second, 1e-3));
    }

    [Fact]
    public void The_seed_of_the_search_does_not_matter()
    {
        var (one, other) = (Fit(1), Fit(2));

        Assert.All(s_reference.Queries, query => Assert.Equal(1, one.Distance(query) / other.Distance(query), 1e-4));

        static FeatureDensity Fit(int seed) => DensityFit.Fit(s_reference.Features, s_reference.Groups, s_reference.Components, seed);
    }

    [Fact]
    public void Json_keeps_every_bit()
    {
        var density = DensityFit.Fit(s_reference.Features, s_reference.Groups, s_reference.Components, seed: 1) with { Threshold = 2.5 };

        var read = JsonSerializer.Deserialize<FeatureDensity>(JsonSerializer.Serialize(density, ModelJson.Options), ModelJson.Options)!;

        Assert.True(read.IsSound);
        Assert.All(s_reference.Queries, query => Assert.Equal(density.Distance(query), read.Distance(query)));
    }

    [Fact]
    public void A_channel_that_never_fires_does_not_make_everything_else_infinitely_far()
    {
        float[][] features = [.. s_reference.Features.Select(vector => (float[])[.. vector, 0, 0, 0, 0])];
        var density = DensityFit.Fit(features, s_reference.Groups, components: 10, seed: 1);

        Assert.True(double.IsFinite(density.Distance([.. s_reference.Features[0], 1e-3f, 0, 0, 0])));
    }
}
