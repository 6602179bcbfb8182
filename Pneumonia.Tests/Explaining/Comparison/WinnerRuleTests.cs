using Pneumonia.Core.Statistics;
using Pneumonia.Model.Explaining.Comparison;

namespace Pneumonia.Tests.Explaining.Comparison;

public sealed class WinnerRuleTests
{
    private static readonly MethodFigures s_random = Figures("random", 0.8, 0.2, isBaseline: true);

    [Fact]
    public void The_best_mean_rank_wins()
    {
        var winner = WinnerRule.Choose([Figures("middling", 0.4, 0.6), Figures("best", 0.2, 0.7), s_random]);

        Assert.Equal("best", winner?.Name);
    }

    [Fact]
    public void Of_equals_the_first_listed_wins_however_long_it_took()
    {
        var first = Figures("first", 0.2, 0.7) with { Time = TimeSpan.FromSeconds(5) };

        Assert.Equal("first", WinnerRule.Choose([first, Figures("second", 0.2, 0.7), s_random])?.Name);
    }

    [Fact]
    public void A_map_that_survives_the_networks_randomisation_cannot_win()
    {
        var blind = Figures("blind", 0.1, 0.9) with { Randomized = [new Mean(0.95, 0, 4), new Mean(0.9, 0, 4)] };

        Assert.Equal("honest", WinnerRule.Choose([blind, Figures("honest", 0.3, 0.6), s_random])?.Name);
    }

    [Fact]
    public void A_method_no_better_than_a_baseline_cannot_win() =>
        Assert.Null(WinnerRule.Choose([Figures("useless", 0.9, 0.1), s_random]));

    [Fact]
    public void Equals_share_their_place()
    {
        MethodFigures[] methods = [Figures("a", 0.2004999, 0.7), Figures("b", 0.2005001, 0.6), s_random];

        var ranks = WinnerRule.MeanRanks(methods);

        Assert.Equal([1.25, 1.75, 3], methods.Select(method => ranks[method]));
    }

    [Fact]
    public void Known_boxes_count_as_much_as_deletion_and_insertion()
    {
        MethodFigures[] methods =
        [
            WithBoxes(Figures("points", 0.3, 0.6), 9, 0.6), WithBoxes(Figures("deletes", 0.2, 0.7), 2, 0.1), WithBoxes(s_random, 1, 0.05),
        ];

        var ranks = WinnerRule.MeanRanks(methods);

        Assert.Equal([1.5, 1.5, 3], methods.Select(method => ranks[method]));
    }

    private static MethodFigures WithBoxes(MethodFigures figures, int hits, double energy) =>
        figures with { Pointing = Wilson.Interval(hits, 10), Energy = new Mean(energy, 0, 10) };

    private static MethodFigures Figures(string name, double deletion, double insertion, bool isBaseline = false) => new()
    {
        Name = name,
        Title = name,
        IsBaseline = isBaseline,
        IsSlow = false,
        Pointing = null,
        Energy = null,
        Deletion = new Mean(deletion, 0, 10),
        Insertion = new Mean(insertion, 0, 10),
        SeedCorrelation = new Mean(1, 0, 4),
        ShiftCorrelation = new Mean(0.95, 0, 4),
        Randomized = [new Mean(0.4, 0, 4), new Mean(0.2, 0, 4)],
        Time = TimeSpan.FromMilliseconds(30),
    };
}
