using System.CommandLine;
using Pneumonia.Core;
using Pneumonia.Core.Numbers;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Tuning;

namespace Pneumonia.Model.Commands.Tune;

/// <summary>The options of a search on the command line.</summary>
internal sealed class TuneOptions
{
    private const int RandomTrials = 16;
    private static readonly TuningOptions s_defaults = new() { Trials = RandomTrials, DataSha256 = "" };

    private readonly Option<string> _sampler = new("--sampler")
    {
        Description = "random: every trial is trained to the end. halving: all begin, and only the best of each rung go on.", HelpName = "NAME",
        DefaultValueFactory = _ => "halving",
    };

    private readonly Option<int?> _trials = NumberOption.Optional<int>("--trials", NumberLimits.AtLeast(1));
    private readonly Option<int> _minEpoch = NumberOption.Create("--min-epoch", NumberLimits.AtLeast(1), s_defaults.MinEpoch);
    private readonly Option<int> _eta = NumberOption.Create("--eta", NumberLimits.AtLeast(2), s_defaults.Eta);

    private readonly Option<string> _metric = new("--metric")
    {
        Description = "What trials are ranked by on the held-out patients.", HelpName = "NAME",
        DefaultValueFactory = _ => LeaderboardTable.MetricName(s_defaults.Metric),
    };

    private readonly Option<string?> _space = new("--space")
    {
        Description = "JSON file of what to search. Default: what --print-space prints.", HelpName = "FILE",
    };

    public TuneOptions()
    {
        (_trials.Description, _trials.HelpName) = ($"Trials. Default: random {RandomTrials}; halving as many as leave one for the last rung.", "N");
        (_minEpoch.Description, _minEpoch.HelpName) = ("Halving: fewest epochs by which a trial may be judged; --epoch is the most.", "N");
        (_eta.Description, _eta.HelpName) = ("Halving: one trial in N goes on to the next rung, with N times the epochs.", "N");
        _sampler.AcceptOnlyFromAmong("random", "halving");
        _metric.AcceptOnlyFromAmong([.. Enum.GetValues<TuningMetric>().Select(LeaderboardTable.MetricName)]);
    }

    /// <summary>Adds all options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _sampler, _trials, _minEpoch, _eta, _metric, _space })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The space as given, checked.</summary>
    public SearchSpace ReadSpace(ParseResult result, ImageClassificationOptions recipe) =>
        result.GetValue(_space) is { } file ? SearchSpace.Read(file) : SearchSpace.DefaultFor(recipe);

    /// <summary>The search as given, without its data.</summary>
    public TuningOptions Read(ParseResult result, ImageClassificationOptions recipe)
    {
        var sampler = result.GetValue(_sampler) == "random" ? SamplerKind.Random : SamplerKind.Halving;
        if (sampler == SamplerKind.Random)
        {
            RefuseHalving(result, _minEpoch);
            RefuseHalving(result, _eta);
        }

        var (minEpoch, eta) = (result.GetValue(_minEpoch), result.GetValue(_eta));
        return new TuningOptions
        {
            Sampler = sampler,
            Trials = result.GetValue(_trials)
                ?? (sampler == SamplerKind.Random ? RandomTrials : SuccessiveHalving.LeastTrials(minEpoch, recipe.Epoch, eta)),
            MinEpoch = minEpoch,
            Eta = eta,
            Metric = Enum.GetValues<TuningMetric>().Single(metric => LeaderboardTable.MetricName(metric) == result.GetValue(_metric)),
            Space = ReadSpace(result, recipe),
            Recipe = recipe,
            DataSha256 = "",
        };
    }

    private static void RefuseHalving(ParseResult result, Option option)
    {
        if (result.GetResult(option) is { Implicit: false })
        {
            throw new UserException($"{option.Name}: goes with --sampler halving alone; the random sampler trains every trial to the end.");
        }
    }
}
