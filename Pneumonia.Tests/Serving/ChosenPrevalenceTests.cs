using Pneumonia.Core;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Serving;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Serving;

public sealed class ChosenPrevalenceTests
{
    private static readonly ModelInformation s_old = FakeInformation.Create();
    private static readonly ModelInformation s_information = s_old with { Calibration = s_old.Calibration with { Prevalence = 0.75 } };

    [Fact]
    public void Probabilities_and_threshold_move_together_and_the_verdict_stays()
    {
        var chosen = new ChosenPrevalence(s_information, 0.1);
        var answer = FakeEngine.Answer(0.6, s_information) with { Triage = Triage.CannotSay };

        var moved = chosen.Move(answer);

        // Odds of 1.5 times (1/9) / 3.
        Assert.Equal(1.5 / 27 / (1 + (1.5 / 27)), moved.PositiveProbability, 1e-12);
        Assert.Equal(1, moved.Probabilities.Sum(each => each.Probability), 1e-12);
        Assert.True(moved.PositiveProbability >= moved.Threshold);
        Assert.Equal((answer.Label, answer.Triage), (moved.Label, moved.Triage));
        Assert.Null(moved.Meaning);
    }

    [Fact]
    public void Several_positive_classes_keep_their_proportions()
    {
        var information = s_information with
        {
            Manifest = s_information.Manifest with
            {
                Classes = ["NORMAL", "BACTERIAL", "VIRAL"], PositiveClass = "PNEUMONIA", PositiveClasses = ["BACTERIAL", "VIRAL"],
            },
        };

        var moved = new ChosenPrevalence(information, 0.3).Move([0.4, 0.4, 0.2]);

        Assert.Equal(1, moved.Sum(), 1e-12);
        Assert.Equal(2, moved[1] / moved[2], 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Certainty_stays_certainty(double probability) =>
        Assert.Equal([1 - probability, probability], new ChosenPrevalence(s_information, 0.3).Move([1 - probability, probability]));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_prevalence_out_of_range_is_refused(double share) => Assert.StartsWith(
        "--prevalence ", Assert.Throws<UserException>(() => new ChosenPrevalence(s_information, share)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_model_that_does_not_say_its_prevalence_cannot_be_moved() =>
        Assert.Throws<UserException>(() => new ChosenPrevalence(s_old, 0.5));
}
