using Pneumonia.Core;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Tests.Statistics;

public sealed class RankAucTests
{
    [Fact]
    public void Ties_count_half() =>
        // sklearn.metrics.roc_auc_score([0, 0, 1, 1, 1], [.1, .4, .4, .35, .8]) = 0.75
        Assert.Equal(0.75, RankAuc.Of([.1, .4, .4, .35, .8], [false, false, true, true, true]), 12);

    [Fact]
    public void A_score_that_is_no_number_is_refused() => Assert.Contains(
        "not a number", Assert.Throws<UserException>(() => RankAuc.Of([.1, double.NaN, .9], [true, false, true])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_class_gives_one_half() => Assert.Equal(0.5, RankAuc.Of([.1, .9], [true, true]));
}
