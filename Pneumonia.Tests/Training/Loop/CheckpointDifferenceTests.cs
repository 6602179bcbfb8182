using Pneumonia.Core.Recipes;
using Pneumonia.Model.Training.Loop;

namespace Pneumonia.Tests.Training.Loop;

public sealed class CheckpointDifferenceTests
{
    private const string Images = """{"aaaa":"a.png","bbbb":"b.png"}""";

    private static readonly ImageClassificationOptions s_options = new();

    [Fact]
    public void Every_option_that_differs_is_named_with_both_values()
    {
        var now = s_options with
        {
            LearningRate = 0.5, Data = s_options.Data with { Augmentation = s_options.Data.Augmentation with { Rotation = 3 } },
            EarlyStoppingCriteria = null,
        };

        var told = Tell(Recipe(s_options), Recipe(now));

        Assert.Contains("belongs to other options: ", told, StringComparison.Ordinal);
        Assert.Contains("learningRate was 0.001 and is 0.5 now", told, StringComparison.Ordinal);
        Assert.Contains("augmentation.rotation was 10 and is 3 now", told, StringComparison.Ordinal);
        Assert.Contains("earlyStoppingCriteria was {", told, StringComparison.Ordinal);
        Assert.DoesNotContain("seed", told, StringComparison.Ordinal);
        Assert.DoesNotContain("FineTuned", told, StringComparison.Ordinal);
        Assert.EndsWith("Leave out --resume to start anew.", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_meant_more_epochs_is_told_how_to_have_them() => Assert.Contains(
        "epoch was 14 and is 30 now. To go on with it, give the options it began with. For more epochs, begin with the model that it came to: --backbone FineTuned",
        Tell(Recipe(s_options), Recipe(s_options with { Epoch = 30 })), StringComparison.Ordinal);

    [Fact]
    public void A_checkpoint_of_other_pictures_of_the_same_files_is_not_gone_on_from()
    {
        var now = Recipe(s_options);

        Assert.Contains("made other pictures of the same files", Tell(now.Replace("\"pictures\"", "\"former\"", StringComparison.Ordinal), now), StringComparison.Ordinal);
    }

    [Fact]
    public void Images_that_came_and_went_are_counted_and_named()
    {
        var told = Tell(Recipe(s_options), Recipe(s_options, "other"), Images, """{"bbbb":"b.png","cccc":"c.png","dddd":"d.png","eeee":"e.png","ffff":"f.png"}""");

        Assert.Contains(
            "belongs to other data: 4 images are new (c.png, d.png, e.png, ...) and 1 image is gone or changed (a.png). To go on with it, give the images it began with. "
            + "For more data, begin with the model", told, StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_checkpoint_does_not_know_its_images() =>
        Assert.Contains("the images are others", Tell(Recipe(s_options), Recipe(s_options, "other"), null), StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("no JSON")]
    [InlineData("{}")]
    public void A_checkpoint_that_tells_nothing_is_refused_all_the_same(string? recipe) =>
        Assert.Equal("the checkpoint does not tell what it was trained with. Leave out --resume to start anew.", Tell(recipe, Recipe(s_options)));

    private static string Recipe(ImageClassificationOptions options, string fingerprint = "same") =>
        CheckpointRecipe.Of(options, ["NORMAL", "PNEUMONIA"], fingerprint, member: 0);

    private static string Tell(string? saved, string now, string? savedImages = Images, string images = Images) =>
        CheckpointDifference.Tell(saved, now, savedImages, images).ToString();
}
