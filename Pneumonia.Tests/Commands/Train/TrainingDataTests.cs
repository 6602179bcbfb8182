using Pneumonia.Core.Recipes;
using Pneumonia.Model.Commands.Train;
using Pneumonia.Model.Data;

namespace Pneumonia.Tests.Commands.Train;

public sealed class TrainingDataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _log = [];

    public void Dispose() => _folder.Dispose();

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
}
