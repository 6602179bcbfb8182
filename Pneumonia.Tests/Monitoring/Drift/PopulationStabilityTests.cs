using Pneumonia.Blazor.Monitoring.Drift;
using Pneumonia.Core.Reports;

namespace Pneumonia.Tests.Monitoring.Drift;

public sealed class PopulationStabilityTests
{
    private static readonly ReferenceFeature s_uniform = ReferenceDistribution.Feature("x", Enumerable.Range(0, 10_001).Select(i => i / 10_000.0));

    // By hand: 0.1 ln 2 + 9 * 0.0111 ln (0.1 / 0.0889).
    [Fact]
    public void The_index_is_that_of_the_shares_in_tenths_of_the_reference()
    {
        double[] sample = [.. Enumerable.Range(0, 20_000).Select(i => i < 4000 ? 0.05 : 0.1 + (0.9 * ((i - 4000) % 9) / 9) + 0.05)];

        Assert.Equal(0.0811, PopulationStability.Of(s_uniform.Percentiles, 10_000, sample).Index, 5e-4);
    }

    [Fact]
    public void The_same_distribution_raises_no_alarm_however_small_the_sample()
    {
        var random = new Random(7);
        var alarms = Enumerable.Range(0, 600).Count(i => PopulationStability.Of(
            s_uniform.Percentiles, 800, [.. Enumerable.Range(0, i % 2 == 0 ? 50 : 300).Select(_ => random.NextDouble())]).HasMoved);

        Assert.InRange(alarms, 0, 4);
    }

    [Fact]
    public void Values_that_many_images_share_are_one_bin()
    {
        var mostlyOne = ReferenceDistribution.Feature("x", Enumerable.Range(0, 1000).Select(i => i < 700 ? 1.0 : 1 + (i / 1000.0)));
        var same = PopulationStability.Of(mostlyOne.Percentiles, 1000, [.. Enumerable.Range(0, 200).Select(i => i < 140 ? 1.0 : 1 + ((700 + (i - 140) * 5) / 1000.0))]);
        var other = PopulationStability.Of(mostlyOne.Percentiles, 1000, [.. Enumerable.Repeat(1.85, 200)]);

        Assert.InRange(same.Index, 0, 0.05);
        Assert.True(other.HasMoved);
    }
}
