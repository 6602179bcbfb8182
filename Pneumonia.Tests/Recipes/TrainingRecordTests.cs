using System.Text.Json;
using System.Text.Json.Nodes;
using Pneumonia.Core.Files;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Json;
using Pneumonia.Tests.Package;

namespace Pneumonia.Tests.Recipes;

public sealed class TrainingRecordTests
{
    [Fact]
    public void The_flat_record_of_the_model_that_comes_with_the_program_is_read()
    {
        var training = ModelZip.ReadInformation(Path.Combine(RepositoryPaths.Root, "models", "pneumonia.zip")).Manifest.Training;

        var options = training.Options;
        Assert.Equal(("inception_v3_mixed6e", 7, 0.0003), (options.Arch, options.Epoch, options.LearningRate));
        Assert.Equal((BackboneMode.FineTuned, "model.json"), (options.Network.Backbone, options.Network.Weights));
        Assert.Equal((400, 4, 0.2), (options.Data.Phantoms, options.Data.ShortcutWeight, options.Data.Augmentation.Scale));
        Assert.Equal((2, true), (options.Optimisation.Members, options.Packaging.TestTimeFlip));
        Assert.Equal((14, null), (training.BestEpoch, training.ValidationImages));
        Assert.Equal(Enumerable.Range(1, 14), training.History.Select(epoch => epoch.Epoch));
    }

    [Fact]
    public void What_is_written_is_read_back_and_holds_no_folder()
    {
        var record = new TrainingRecord
        {
            Options = new ImageClassificationOptions
            {
                WorkspacePath = "/home/somebody", Network = new() { Dropout = 0.3 }, Run = new() { BottleneckPath = "/home/somebody" },
            },
            ValidationImages = 12,
            BestEpoch = 1,
            History = [new(1, 0.5, new(0.4, 0.9, 0.8), null, 30)],
        };
        var manifest = SampleModel.Information().Manifest with { Training = record };

        var text = JsonSerializer.Serialize(manifest, ModelJson.Options);
        var read = JsonSerializer.Deserialize<ModelManifest>(text, ModelJson.Options)!;

        Assert.DoesNotContain("somebody", text, StringComparison.Ordinal);
        Assert.Equal(text, JsonSerializer.Serialize(read, ModelJson.Options));
        Assert.Equal(RecipeJson.WithoutRun(record.Options), read.Training.Options);
        Assert.Equal((12, 1), (read.Training.ValidationImages, read.Training.BestEpoch));
        Assert.Equal(record.History, read.Training.History);
    }

    [Fact]
    public void A_record_with_options_that_are_no_more_is_read_without_them()
    {
        var training = Read("""{"epoch":3,"removed":{"a":1},"bestEpoch":2,"validationImages":120,"history":[]}""").Training;

        Assert.Equal((3, 2, 120), (training.Options.Epoch, training.BestEpoch, training.ValidationImages));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"history":3}""")]
    [InlineData("""{"epoch":"many"}""")]
    public void A_record_that_is_none_is_refused(string training) => Assert.Throws<JsonException>(() => Read(training));

    [Fact]
    public void The_flat_list_ends_with_what_it_came_to()
    {
        var flat = RecipeJson.Flat(new TrainingRecord { BestEpoch = 4, ValidationImages = 9, History = [new(1, 0.5, new(0.4, 0.9, 0.8), null, 30)] });

        Assert.Equal(["validationImages", "bestEpoch"], flat.Select(member => member.Key).TakeLast(2));
        Assert.False(flat.ContainsKey("history"));
    }

    private static ModelManifest Read(string training)
    {
        var node = JsonSerializer.SerializeToNode(SampleModel.Information().Manifest, ModelJson.Options)!;
        node["training"] = JsonNode.Parse(training);
        return node.Deserialize<ModelManifest>(ModelJson.Options)!;
    }
}
