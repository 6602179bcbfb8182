using Pneumonia.Core.Statistics;

namespace Pneumonia.Tests.Statistics;

public sealed class McNemarTestTests
{
    [Fact]
    public void Both_tests_are_those_of_scipy() => Assert.All(StatisticsReference.Of("mcNemar"), expected =>
    {
        var test = McNemarTest.Of(expected.GetProperty("firstOnly").GetInt32(), expected.GetProperty("secondOnly").GetInt32());

        Assert.Equal(1, test.ExactP / expected.Number("exactP"), 1e-9);
        Assert.Equal(expected.Number("chiSquare"), test.ChiSquare, 1e-12);
        Assert.Equal(1, test.CorrectedP / expected.Number("correctedP"), 1e-9);
    });
}
