using System.Text;
using System.Text.Json;
using Pneumonia.Core;
using Pneumonia.Core.Files;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Tuning;

namespace Pneumonia.Tests.Tuning;

public sealed class SearchSpaceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_default_space_survives_its_file()
    {
        var read = SearchSpace.Read(Write(JsonSerializer.Serialize(SearchSpace.Default, ModelJson.Options)));

        Assert.Equal(SearchSpace.Default.Arch, read.Arch);
        Assert.Equal(SearchSpace.Default with { Arch = null }, read with { Arch = null });
    }

    [Fact]
    public void Options_are_found_by_their_names_alone_and_after_those_of_their_groups()
    {
        const string Range = """{"min":0.01,"max":0.1,"scale":"log"}""";
        var flat = SearchSpace.Read(Write($$"""{"weightDecay":{{Range}},"augmentationStrength":{{Range}}}"""));

        Assert.Equal(flat, SearchSpace.Read(Write($$"""{"optimisation.weightDecay":{{Range}},"augmentationStrength":{{Range}}}""")));
        Assert.Equal(flat, SearchSpace.Read(Write($$"""{"optimisation":{"weightDecay":{{Range}}},"data.augmentationStrength":{{Range}}}""")));
        Assert.Equal(new NumberRange(0.01, 0.1, RangeScale.Log), flat.WeightDecay);
    }

    [Fact]
    public void Draws_stay_in_their_ranges_and_reach_every_choice()
    {
        var draws = Draws(SearchSpace.Default, 1).Take(500).ToArray();

        Assert.All(draws, draw => Assert.InRange(draw.LearningRate!.Value, 1e-4, 5e-3));
        Assert.All(draws, draw => Assert.InRange(draw.WeightDecay!.Value, 1e-3, 0.2));
        Assert.All(draws, draw => Assert.InRange(draw.AugmentationStrength!.Value, 0, 2));
        Assert.Equal(SearchSpace.Default.Arch!.Order(), draws.Select(draw => draw.Arch).Distinct().Order());
    }

    [Theory]
    [InlineData(RangeScale.Log, 0.01)]
    [InlineData(RangeScale.Uniform, 0.50005)]
    public void Half_of_the_draws_lie_below_the_middle_of_the_scale(RangeScale scale, double middle)
    {
        var random = new Random(1);
        var range = new NumberRange(1e-4, 1, scale);

        var below = Enumerable.Range(0, 4000).Count(_ => range.Draw(random) < middle);

        // Four standard deviations of a fair coin.
        Assert.InRange(below, 2000 - 4 * 32, 2000 + 4 * 32);
    }

    [Fact]
    public void A_range_of_one_number_fixes_it() =>
        Assert.Equal(0.0012345, new NumberRange(0.0012345, 0.0012345, RangeScale.Log).Draw(new Random(1)));

    [Fact]
    public void The_same_seed_draws_the_same_trials_however_many_there_are()
    {
        Assert.Equal(Draws(SearchSpace.Default, 1).Take(5), Draws(SearchSpace.Default, 1).Take(9).Take(5));
        Assert.NotEqual(Draws(SearchSpace.Default, 1).Take(5), Draws(SearchSpace.Default, 2).Take(5));
    }

    [Fact]
    public void What_is_not_searched_stays_the_recipes()
    {
        var recipe = new ImageClassificationOptions { LearningRate = 0.25, Arch = "resnet50" };
        var space = new SearchSpace { WeightDecay = new NumberRange(0.5, 0.5, RangeScale.Uniform) };

        var options = space.Draw(new Random(1)).ApplyTo(recipe);

        Assert.Equal(recipe with { Optimisation = recipe.Optimisation with { WeightDecay = 0.5 } }, options);
    }

    [Theory]
    [InlineData("learningRate: min 0.1 is above max 0.01", """{"learningRate":{"min":0.1,"max":0.01,"scale":"log"}}""")]
    [InlineData("learningRate: min 0", """{"learningRate":{"min":0,"max":0.01,"scale":"uniform"}}""")]
    [InlineData("learningRate: max 100", """{"learningRate":{"min":0.1,"max":100,"scale":"log"}}""")]
    [InlineData("weightDecay: min -1", """{"weightDecay":{"min":-1,"max":0.01,"scale":"uniform"}}""")]
    [InlineData("weightDecay: min 0: a log scale", """{"weightDecay":{"min":0,"max":0.01,"scale":"log"}}""")]
    [InlineData("augmentationStrength: max 9", """{"augmentationStrength":{"min":0,"max":9,"scale":"uniform"}}""")]
    [InlineData("augmentationStrength: scale 7", """{"augmentationStrength":{"min":0,"max":1,"scale":7}}""")]
    [InlineData("arch: there is no architecture 'resnet19'", """{"arch":["resnet18","resnet19"]}""")]
    [InlineData("arch: the list is empty", """{"arch":[]}""")]
    [InlineData("nothing to search", "{}")]
    [InlineData("momentum", """{"momentum":{"min":0,"max":1,"scale":"uniform"}}""")]
    [InlineData("'scale'", """{"learningRate":{"min":0.001,"max":0.01}}""")]
    [InlineData("$.weightDecay.min", """{"weightDecay":{"min":"small","max":0.01,"scale":"log"}}""")]
    [InlineData("$.learningRate.scale", """{"learningRate":{"min":0.001,"max":0.01,"scale":"logarithmic"}}""")]
    public void A_wrong_space_is_refused_with_its_file_and_field(string named, string json)
    {
        var error = Assert.Throws<UserException>(() => SearchSpace.Read(Write(json)));

        Assert.Contains("space.json: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    private string Write(string json) => _folder.Write("space.json", Encoding.UTF8.GetBytes(json));

    private static IEnumerable<TrialDraw> Draws(SearchSpace space, int seed)
    {
        var random = new Random(seed);
        while (true)
        {
            yield return space.Draw(random);
        }
    }
}
