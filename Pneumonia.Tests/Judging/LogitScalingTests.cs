using Pneumonia.Core.Judging;

namespace Pneumonia.Tests.Judging;

public sealed class LogitScalingTests
{
    [Fact]
    public void Probabilities_sum_to_one_however_large_the_logits() =>
        Assert.Equal([1, 0, 0], new LogitScaling(0.05, []).Probabilities([1e30f, 3, -1e30f]));

    [Fact]
    public void A_bias_multiplies_the_odds()
    {
        var without = new LogitScaling(2, []).Probabilities([1, 3]);
        var with = new LogitScaling(2, [0, Math.Log(3)]).Probabilities([1, 3]);

        Assert.Equal(3 * without[1] / without[0], with[1] / with[0], 1e-12);
    }
}
