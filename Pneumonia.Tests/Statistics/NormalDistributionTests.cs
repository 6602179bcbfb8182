using Pneumonia.Core.Statistics;

namespace Pneumonia.Tests.Statistics;

public sealed class NormalDistributionTests
{
    [Fact]
    public void Tails_are_those_of_scipy() => Assert.All(StatisticsReference.Of("normal"), row =>
    {
        var (z, tail, twoSided) = (row[0].GetDouble(), row[1].GetDouble(), row[2].GetDouble());
        Assert.Equal(1, NormalDistribution.UpperTail(z) / tail, 1e-12);
        Assert.Equal(1, NormalDistribution.TwoSided(z) / twoSided, 1e-12);
    });
}
