using Pneumonia.Core;
using Pneumonia.Model.Tuning;

namespace Pneumonia.Tests.Tuning;

public sealed class SuccessiveHalvingTests
{
    // Li et al. 2018, table 1: R = 81, eta = 3, the brackets s = 4 to 0 by their n and r of rung 0.
    [Theory]
    [InlineData(81, 1, "81@1 27@3 9@9 3@27 1@81")]
    [InlineData(34, 3, "34@3 11@9 3@27 1@81")]
    [InlineData(15, 9, "15@9 5@27 1@81")]
    [InlineData(8, 27, "8@27 2@81")]
    [InlineData(5, 81, "5@81")]
    public void The_rungs_are_those_of_the_published_brackets(int trials, int minEpoch, string expected) =>
        Assert.Equal(expected, Text(SuccessiveHalving.Rungs(trials, minEpoch, maxEpoch: 81, eta: 3)));

    // The table in the documentation of R's mlr3hyperband: R = 8, eta = 2.
    [Theory]
    [InlineData(8, 1, "8@1 4@2 2@4 1@8")]
    [InlineData(6, 2, "6@2 3@4 1@8")]
    [InlineData(4, 4, "4@4 2@8")]
    public void The_rungs_are_those_of_another_implementation(int trials, int minEpoch, string expected) =>
        Assert.Equal(expected, Text(SuccessiveHalving.Rungs(trials, minEpoch, maxEpoch: 8, eta: 2)));

    // 14 / 9 = 1.56 and 14 / 3 = 4.67
    [Fact]
    public void Epochs_that_do_not_divide_are_rounded_and_the_last_rung_is_the_whole_training() =>
        Assert.Equal("9@2 3@5 1@14", Text(SuccessiveHalving.Rungs(9, minEpoch: 1, maxEpoch: 14, eta: 3)));

    [Theory]
    [InlineData(1, 81, 3, 81)]
    [InlineData(1, 80, 3, 27)]
    [InlineData(2, 14, 3, 3)]
    [InlineData(5, 5, 3, 1)]
    public void The_fewest_trials_leave_one_for_the_last_rung(int minEpoch, int maxEpoch, int eta, int expected)
    {
        Assert.Equal(expected, SuccessiveHalving.LeastTrials(minEpoch, maxEpoch, eta));
        Assert.Equal(1, SuccessiveHalving.Rungs(expected, minEpoch, maxEpoch, eta)[^1].Trials);
    }

    [Theory]
    [InlineData("Trials 8", 8, 1, 9, 3)]
    [InlineData("Eta 1", 9, 1, 9, 1)]
    [InlineData("MinEpoch 0", 9, 0, 9, 3)]
    [InlineData("MinEpoch 10", 9, 10, 9, 3)]
    public void A_number_out_of_range_is_refused_by_its_name(string named, int trials, int minEpoch, int maxEpoch, int eta)
    {
        var error = Assert.Throws<UserException>(() => SuccessiveHalving.Rungs(trials, minEpoch, maxEpoch, eta));

        Assert.StartsWith(named, error.Message, StringComparison.Ordinal);
    }

    private static string Text(IEnumerable<Rung> rungs) => string.Join(' ', rungs.Select(rung => $"{rung.Trials}@{rung.Epochs}"));
}
