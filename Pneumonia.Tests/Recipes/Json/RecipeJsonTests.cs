using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pneumonia.Core.Files;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Json;

namespace Pneumonia.Tests.Recipes.Json;

public sealed class RecipeJsonTests
{
    private const string Flat = """
        {"arch":"resnet34","epoch":3,"backbone":"frozen","weights":"a.zip","weightsNote":"mine","dropout":0.1,"preprocessing":{"width":64,"height":48},
         "phantoms":7,"holdOut":"first","classWeights":"none","shortcutWeight":2,"auxiliaryCause":0.5,"augmentation":{"rotation":1},
         "optimizer":"sgd","weightDecay":0.3,"members":2,"precision":"float32","testTimeFlip":true,"triageRisks":{"ruleOut":0.05}}
        """;

    private const string Grouped = """
        {"arch":"resnet34","epoch":3,
         "network":{"backbone":"frozen","weights":"a.zip","weightsNote":"mine","dropout":0.1,"preprocessing":{"width":64,"height":48}},
         "data":{"phantoms":7,"holdOut":"first","classWeights":"none","shortcutWeight":2,"auxiliaryCause":0.5,"augmentation":{"rotation":1}},
         "optimisation":{"optimizer":"sgd","weightDecay":0.3,"members":2,"precision":"float32"},
         "packaging":{"testTimeFlip":true,"triageRisks":{"ruleOut":0.05}}}
        """;

    [Fact]
    public void A_flat_recipe_of_old_is_the_same_as_its_grouped_form()
    {
        var read = Read(Flat)!;

        Assert.Equal(Read(Grouped), read);
        Assert.Equal((0.1, 7, 0.3, true), (read.Network.Dropout, read.Data.Phantoms, read.Optimisation.WeightDecay, read.Packaging.TestTimeFlip));
        Assert.Equal((64, 1, 0.05), (read.Network.Preprocessing.Width, read.Data.Augmentation.Rotation, read.Packaging.TriageRisks.RuleOut));
    }

    [Theory]
    [InlineData("""{"network.dropout":0.4,"network":{"backbone":"frozen"},"data.augmentation.rotation":3,"augmentation":{"shear":1}}""")]
    [InlineData("""{"backbone":"frozen","network":{"dropout":0.4},"augmentation.shear":1,"data":{"augmentation.rotation":3}}""")]
    public void An_option_may_be_named_with_what_is_above_it(string recipe) => Assert.Equal(
        Read("""{"network":{"dropout":0.4,"backbone":"frozen"},"data":{"augmentation":{"rotation":3,"shear":1}}}"""), Read(recipe));

    [Fact]
    public void Every_option_survives_being_written_and_is_written_into_its_group()
    {
        var options = Read(Flat)! with { WorkspacePath = "/home/somebody", Run = new RunSettings { Resume = true } };

        var written = JsonSerializer.SerializeToNode(options, ModelJson.Options)!.AsObject();

        Assert.Equal(["network", "data", "optimisation", "packaging"], written.Where(member => member.Value is JsonObject).Select(member => member.Key).Skip(1));
        Assert.Equal(options with { WorkspacePath = null, Run = new RunSettings() }, Read(written.ToJsonString()));
        Assert.Equal(options with { WorkspacePath = null, Run = new RunSettings() }, RecipeJson.WithoutRun(options));
    }

    [Fact]
    public void The_flat_list_has_every_option_and_no_group()
    {
        var flat = RecipeJson.Flat(Read(Flat)!);

        Assert.Equal(0.1, (double)flat["dropout"]!);
        Assert.DoesNotContain(flat, member => member.Key is "network" or "data" or "optimisation" or "packaging" or "run");
        Assert.Equal(Read(Flat), Read(flat.ToJsonString()));
    }

    [Theory]
    [InlineData("""{"dropuot":0.1}""", "there is no option dropuot; the nearest is network.dropout.")]
    [InlineData("""{"network":{"dropOut":0.1}}""", "there is no option network.dropOut; the nearest is network.dropout.")]
    [InlineData("""{"augmentation":{"rotatoin":1}}""", "there is no option data.augmentation.rotatoin; the nearest is data.augmentation.rotation.")]
    [InlineData("""{"ephoc":1}""", "there is no option ephoc; the nearest is epoch.")]
    [InlineData("""{"optimization":{"members":2}}""", "there is no option optimization; the nearest is optimisation.")]
    [InlineData("""{"network":{"weightDecay":0.1}}""", "there is no option network.weightDecay; the nearest is optimisation.weightDecay.")]
    [InlineData("""{"workspacePath":"here"}""", "there is no option workspacePath; ")]
    [InlineData("""{"run":{"resume":true}}""", "there is no option run; ")]
    [InlineData("""{"dropout":0.1,"network":{"dropout":0.2}}""", "dropout is given twice.")]
    [InlineData("""{"augmentation":null,"data.augmentation.rotation":1}""", "augmentation is given twice.")]
    [InlineData("""{"earlyStoppingCriteria.patients":3}""", "there is no option earlyStoppingCriteria.patients; the nearest is earlyStoppingCriteria.patience.")]
    [InlineData("""{"learningRate":"0,001"}""", "learningRate \"0,001\": a number with a point is needed, e.g. 0.5.")]
    [InlineData("""{"learningRate":"0.001"}""", "learningRate \"0.001\": a number with a point is needed, e.g. 0.5.")]
    [InlineData("""{"weightDecay":1e999}""", "optimisation.weightDecay 1e999: a number with a point is needed, e.g. 0.5.")]
    [InlineData("""{"augmentation":{"rotation":null}}""", "data.augmentation.rotation null: a number with a point is needed, e.g. 0.5.")]
    [InlineData("""{"epoch":1.5}""", "epoch 1.5: a whole number is needed, e.g. 1.")]
    [InlineData("""{"epoch":99999999999}""", "epoch 99999999999: a whole number from -2147483648 to 2147483647 is needed.")]
    [InlineData("""{"seed":true}""", "seed true: a whole number is needed, e.g. 1.")]
    [InlineData("""{"backbone":1}""", "network.backbone 1: must be randomWeights or fineTuned or frozen.")]
    [InlineData("""{"backbone":"1"}""", "network.backbone \"1\": must be randomWeights or fineTuned or frozen.")]
    [InlineData("""{"testOnTrainSet":"yes"}""", "testOnTrainSet \"yes\": must be true or false.")]
    [InlineData("[]", "it is no JSON object.")]
    public void What_a_recipe_cannot_hold_is_refused_by_its_name(string recipe, string words) =>
        Assert.StartsWith(words, Assert.ThrowsAny<JsonException>(() => Read(recipe)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_recipe_of_nothing_is_none() => Assert.Null(Read("null"));

    [Fact]
    public void Of_what_a_program_stored_options_that_are_no_more_are_left_out()
    {
        var stored = JsonNode.Parse("""{"epoch":5,"dropout":0.3,"oldOption":1,"augmentation":{"rotation":2,"solarise":1}}""")!.AsObject();

        var read = RecipeJson.ReadStored(stored);

        Assert.Equal((5, 0.3, 2), (read.Epoch, read.Network.Dropout, read.Data.Augmentation.Rotation));
    }

    private static ImageClassificationOptions? Read(string recipe) => RecipeJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(recipe)));
}
