using Pneumonia.Core.Data;

namespace Pneumonia.Tests.Data;

public sealed class SplitTests
{
    [Theory]
    [InlineData("train", "train", "Training", "TRAIN", "train_set", "training-data", "Train Images")]
    [InlineData("val", "val", "Valid", "VALIDATION", "dev", "validation_set", "Development")]
    [InlineData("test", "test", "Testing", "holdout", "hold-out", "Hold_Out", "held-out", "testset", "evaluation")]
    public void A_split_is_known_by_the_names_in_use(string split, params string[] names) =>
        Assert.All(names, name => Assert.Equal(split, Split.Of(name)));

    [Theory]
    [InlineData("NORMAL")]
    [InlineData("trainer")]
    [InlineData("attest")]
    [InlineData("invalid")]
    [InlineData("set")]
    [InlineData("")]
    public void Another_name_is_no_split(string name) => Assert.Null(Split.Of(name));
}
