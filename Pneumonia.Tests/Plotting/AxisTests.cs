using Pneumonia.Model.Plotting;

namespace Pneumonia.Tests.Plotting;

public sealed class AxisTests
{
    [Theory]
    [InlineData(-0.1, 0.73, -0.2, 0.8, "-0.2 0.0 0.2 0.4 0.6 0.8")]
    [InlineData(0.962, 1, 0.96, 1, "0.96 0.97 0.98 0.99 1.00")]
    [InlineData(0, 0.5, 0, 0.5, "0.0 0.1 0.2 0.3 0.4 0.5")]
    [InlineData(0, 0, 0, 0, "0.00")]
    public void Ends_lie_on_round_ticks_around_the_values(double least, double greatest, double min, double max, string labels)
    {
        var axis = Axis.Around("value", least, greatest);

        Assert.Equal((min, max), (Math.Round(axis.Min, 6), Math.Round(axis.Max, 6)));
        Assert.Equal(labels, string.Join(' ', axis.Ticks.Select(tick => tick.Label)));
    }

    [Fact]
    public void The_unit_axis_has_six_ticks() => Assert.Equal(["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"], Axis.Unit("share").Ticks.Select(tick => tick.Label));
}
