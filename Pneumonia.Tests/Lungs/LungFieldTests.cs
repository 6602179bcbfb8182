using Pneumonia.Core.Lungs;

namespace Pneumonia.Tests.Lungs;

public sealed class LungFieldTests
{
    [Fact]
    public void Two_lungs_are_found_with_their_box_and_their_share_of_the_image()
    {
        var field = Chest.Field();

        Assert.True(field.IsPlausible);
        Assert.Equal(2 * Math.PI * 20 * 40 / (128 * 128), field.Area, 0.005);
        Assert.Equal((18 / 128.0, 24 / 128.0, 110 / 128.0, 104 / 128.0), (field.Box.Left, field.Box.Top, field.Box.Right, field.Box.Bottom));
    }

    [Fact]
    public void Specks_are_no_lungs()
    {
        var probabilities = Chest.Probabilities();
        probabilities.AsSpan(2, 8).Fill(1);
        probabilities.AsSpan(127 * 128 + 100, 20).Fill(1);

        Assert.Equal(Chest.Field().Mask.ToArray(), LungField.Of(probabilities).Mask.ToArray());
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void One_lung_alone_or_none_is_no_frontal_chest(bool left, bool right) =>
        Assert.False(LungField.Of(Chest.Probabilities(left, right)).IsPlausible);

    [Fact]
    public void Lungs_one_above_the_other_are_those_of_an_image_on_its_side()
    {
        var upright = Chest.Probabilities();
        float[] turned = [.. Enumerable.Range(0, upright.Length).Select(i => upright[i % 128 * 128 + i / 128])];

        Assert.False(LungField.Of(turned).IsPlausible);
    }

    [Fact]
    public void An_image_that_is_lung_all_over_is_no_chest() =>
        Assert.False(LungField.Of([.. Enumerable.Repeat(1f, 128 * 128)]).IsPlausible);

    [Fact]
    public void Where_nothing_is_lung_the_box_is_the_whole_image() =>
        Assert.Equal(RelativeBox.Whole, LungField.Of(new float[128 * 128]).Box);

    [Fact]
    public void Weights_are_one_in_the_lungs_fall_off_around_them_and_are_nothing_far_away()
    {
        var field = Chest.Field();
        var weights = field.Weights(0.02);

        Assert.All(Enumerable.Range(0, weights.Length).Where(i => field.Mask[i]), i => Assert.True(weights[i] > 0.9));
        var edge = weights.AsSpan(64 * 128, 19).ToArray();
        Assert.Equal(edge.Order(), edge);
        Assert.InRange(edge[15], 0.05, 0.95);
        Assert.Equal(0, edge[5]);
    }

    [Fact]
    public void Another_number_of_values_is_refused() => Assert.Throws<ArgumentException>(() => LungField.Of(new float[100]));
}
