using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Commands.Train;
using Pneumonia.Model.Data;

namespace Pneumonia.Tests.Commands.Train;

public sealed class TrainingDataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _log = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_class_that_only_another_split_has_is_refused_before_any_image_is_read()
    {
        Write("train/NORMAL/1.png", "train/PNEUMONIA/1.png", "val/Normla/1.png");

        var message = Assert.Throws<UserException>(Open).Message;

        Assert.Contains("Normla is a class folder of val and not of train, which has NORMAL, PNEUMONIA", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_train_split_there_is_nothing_to_learn_from()
    {
        Write("val/NORMAL/1.png", "val/PNEUMONIA/1.png");

        Assert.Contains("no image to learn from", Assert.Throws<UserException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_used_is_told()
    {
        Write("Training/NORMAL/1.png", "Training/PNEUMONIA/1.png", "Training/NORMAL/@eaDir/1.png", "Testing/NORMAL/1.png", "extra/1.png");

        Open();

        Assert.Contains(_log, line => line.StartsWith("not used: Training/NORMAL/@eaDir/ (1 file): thumbnails", StringComparison.Ordinal));
        Assert.Contains(_log, line => line.StartsWith("not used: Testing/ (1 file): the test split", StringComparison.Ordinal));
        Assert.Contains(_log, line => line.StartsWith("not used: extra/ (1 file): lies beside", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(60, "random", 120, "")]
    [InlineData(8, "random", null, "too few to choose by")]
    [InlineData(60, "first", null, "patients of the train split are held out (first)")]
    [InlineData(60, "acquisition:IM", null, "patients of the train split are held out (acquisition:IM)")]
    public void The_val_split_is_chosen_by_where_it_is_large_and_no_rule_is_asked_for(int each, string rule, int? images, string reason)
    {
        foreach (var (split, count) in new[] { ("train", 1), ("val", each) })
        {
            for (var i = 0; i < count; i++)
            {
                _folder.Write($"{split}/NORMAL/{i}.png");
                _folder.Write($"{split}/PNEUMONIA/{i}.png");
            }
        }

        var set = TrainingData.ValidationSet(
            new ImageClassificationOptions { Data = new() { HoldOut = rule } }, DataSet.Open(_folder.Path, excludeTest: true), _log.Add);

        Assert.Equal(images, set?.Count);
        Assert.Contains(reason, string.Concat(_log), StringComparison.Ordinal);
    }

    private void Open() => TrainingData.Open(_folder.Path, LabelScheme.Folders, _folder.Path, seed: 1, _log.Add);

    private void Write(params string[] files) => Array.ForEach(files, file => _folder.Write(file));
}
