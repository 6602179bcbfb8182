using Pneumonia.Core.Data;

namespace Pneumonia.Tests.Data;

public sealed class SlashedPathTests
{
    [Theory]
    [InlineData(@"train\NORMAL\a.png", '\\', "train/NORMAL/a.png")]
    [InlineData(@"train/a\b.png", '/', @"train/a\b.png")]
    public void A_path_is_the_same_whatever_separates_its_parts(string path, char separator, string expected) =>
        Assert.Equal(expected, SlashedPath.Of(path, separator));

    [Fact]
    public void What_lies_in_a_folder_is_named_from_there() =>
        Assert.Equal("NORMAL/a.png", SlashedPath.Within(Path.Combine("data", "train"), Path.Combine("data", "train", "NORMAL", "a.png")));
}
