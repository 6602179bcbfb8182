using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pneumonia.Core;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Json;
using Pneumonia.Model.Tuning;

namespace Pneumonia.Tests.Tuning;

public sealed class TuningFolderTests : IDisposable
{
    private static readonly TuningOptions s_search = new()
    {
        Sampler = SamplerKind.Random, Trials = 3, DataSha256 = "abc",
        Recipe = new ImageClassificationOptions { Epoch = 2, WorkspacePath = "elsewhere" },
    };

    private readonly TemporaryFolder _temporary = new();
    private readonly TuningFolder _folder;

    public TuningFolderTests() => _folder = new TuningFolder(_temporary.Path);

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_search_is_not_begun_over_another()
    {
        _folder.Open(s_search, resume: false);

        var error = Assert.Throws<UserException>(() => _folder.Open(s_search, resume: false));

        Assert.Contains("--resume", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_whose_recipe_an_older_program_wrote_flat_goes_on()
    {
        var state = Save();
        var stored = JsonNode.Parse(File.ReadAllText(_folder.StateFile))!;
        stored["search"]!["recipe"] = RecipeJson.Flat(s_search.Recipe);
        File.WriteAllText(_folder.StateFile, stored.ToJsonString());

        Assert.Equal(state.Trials.Select(trial => trial.Draw), _folder.Open(s_search, resume: true).Trials.Select(trial => trial.Draw));
    }

    [Fact]
    public void Without_a_search_to_go_on_with_one_begins() =>
        Assert.All(_folder.Open(s_search, resume: true).Trials, trial => Assert.False(trial.IsRun));

    [Fact]
    public void Another_space_is_refused() => Refuses(
        s_search with { Space = s_search.Space with { WeightDecay = new NumberRange(0.5, 1, RangeScale.Log) } }, "space.weightDecay.min is 0.001 there, but 0.5 now");

    [Fact]
    public void A_space_without_a_field_is_refused() =>
        Refuses(s_search with { Space = s_search.Space with { Arch = null } }, "space.arch");

    [Fact]
    public void Other_images_are_refused() => Refuses(s_search with { DataSha256 = "def" }, "the images differ");

    [Fact]
    public void Another_recipe_is_refused() =>
        Refuses(s_search with { Recipe = s_search.Recipe with { BatchSize = 7 } }, "recipe.batchSize is 32 there, but 7 now");

    [Fact]
    public void Another_metric_is_refused() => Refuses(s_search with { Metric = TuningMetric.Loss }, "metric");

    [Fact]
    public void A_damaged_state_is_refused_with_its_name()
    {
        _temporary.Write("trials.json", Encoding.UTF8.GetBytes("{ \"search\": "));

        var error = Assert.Throws<UserException>(() => _folder.Open(s_search, resume: true));

        Assert.Contains("trials.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_best_trials_options_are_a_recipe()
    {
        var state = Save();

        var recipe = Recipe(_folder.RecipeFile);
        var draw = state.Trials[1].Draw;
        Assert.Equal((draw.Arch, draw.LearningRate, draw.WeightDecay, 2), (recipe.Arch, recipe.LearningRate, recipe.Optimisation.WeightDecay, recipe.Epoch));
        Assert.Equal(s_search.Recipe.Data.Augmentation.Scaled(draw.AugmentationStrength!.Value), recipe.Data.Augmentation);
        Assert.Null(recipe.WorkspacePath);
    }

    [Fact]
    public void The_leaderboard_is_a_table_with_a_row_for_every_trial_that_was_run()
    {
        var state = Save();

        var rows = File.ReadAllLines(_folder.LeaderboardFile).Select(line => line.Split(',')).ToArray();
        Assert.Equal(["1,2,0.9", "2,1,0.5", ",3,"], rows.Skip(1).Select(row => string.Join(',', row.Take(3))));
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        Assert.Equal(["failed", "false", "false", "true"], rows.Select(row => row[^1]));
        Assert.Equal($"{state.Trials[1].Draw.LearningRate}", rows[1][Array.IndexOf(rows[0], "learning_rate")]);
    }

    private static ImageClassificationOptions Recipe(string file)
    {
        using var stream = File.OpenRead(file);
        return RecipeJson.Read(stream)!;
    }

    private TuningState Save()
    {
        var runner = new FakeTrialRunner((number, _) => number == 2 ? 0.9 : 0.5) { Diverging = new() { [3] = 1 } };
        return new Tuner(runner, _folder.Save).Run(_folder.Open(s_search, resume: false));
    }

    private void Refuses(TuningOptions other, string named)
    {
        _folder.Open(s_search, resume: false);

        var error = Assert.Throws<UserException>(() => _folder.Open(other, resume: true));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }
}
