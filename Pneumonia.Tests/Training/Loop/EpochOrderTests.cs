using Pneumonia.Model.Training.Loop;

namespace Pneumonia.Tests.Training.Loop;

public sealed class EpochOrderTests
{
    [Fact]
    public void Without_weights_each_example_comes_once_in_another_order()
    {
        var order = EpochOrder.Draw(100, null, new Random(1));

        Assert.NotEqual(Enumerable.Range(0, 100), order);
        Assert.Equal(Enumerable.Range(0, 100), order.Order());
    }

    [Fact]
    public void Examples_come_in_proportion_to_their_weights()
    {
        var order = EpochOrder.Draw(60_000, [.. Enumerable.Range(0, 60_000).Select(i => i < 20_000 ? 4.0 : 1)], new Random(1));

        Assert.All(order, index => Assert.InRange(index, 0, 59_999));
        Assert.Equal(2.0 / 3, order.Count(index => index < 20_000) / 60_000.0, 0.01);
    }
}
