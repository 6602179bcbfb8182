using Pneumonia.Core.Judging;

namespace Pneumonia.Tests.Judging;

public sealed class DecisionTests
{
    private static readonly string[] s_classes = ["NORMAL", "BACTERIAL", "VIRAL"];

    private static readonly Decision s_decision = new(s_classes, PositiveGroup.Of(s_classes), Threshold: 0.5);

    [Theory]
    [InlineData("BACTERIAL", 0.4, 0.35, 0.25)]
    [InlineData("VIRAL", 0.5, 0.2, 0.3)]
    [InlineData("NORMAL", 0.6, 0.4, 0.0)]
    public void Positive_classes_reach_the_threshold_together_and_the_likeliest_of_them_is_named(
        string expected, double normal, double bacterial, double viral) =>
        Assert.Equal(expected, s_classes[s_decision.Decide([normal, bacterial, viral])]);

    [Fact]
    public void Rounding_does_not_carry_a_probability_over_one() =>
        Assert.Equal(1, s_decision.Score([0, 0.7, 0.3000000000000001]));
}
