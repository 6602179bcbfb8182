using Pneumonia.Model.Lungs;

namespace Pneumonia.Tests.Lungs;

public sealed class DiceTests
{
    [Fact]
    public void Twice_the_common_part_over_the_sum()
    {
        Assert.Equal(2.0 * 2 / (3 + 4), Dice.Of([true, true, true, false, false, false], [255, 128, 127, 200, 255, 0]));
        Assert.Equal(1, Dice.Of([true, false], [255, 0]));
        Assert.Equal(0, Dice.Of([true, false], [0, 255]));
        Assert.Equal(1, Dice.Of([false, false], [0, 0]));
    }

    [Fact]
    public void Figures_are_mean_median_percentile_and_share()
    {
        var figures = LungFigures.Of([.. Enumerable.Range(80, 21).Select(hundredths => hundredths / 100.0)])!;

        Assert.Equal((21, 0.9, 0.9, 0.81), (figures.Images, Math.Round(figures.Mean, 9), figures.Median, Math.Round(figures.FifthPercentile, 9)));
        Assert.Equal(10 / 21.0, figures.ShareBelow90);
        Assert.Null(LungFigures.Of([]));
    }
}
