using Pneumonia.Core.Checks;
using Pneumonia.Model.CheckFitting;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Checks;

[Collection(TrainingCollection.Name)]
public sealed class LinearHeadTests
{
    [Fact]
    public void The_fit_is_the_one_that_scipy_finds()
    {
        var reference = ChecksReference.Load();

        var head = HeadFit.Fit(reference.Examples, reference.Labels, ["a", "b", "c"], CancellationToken.None);

        foreach (var (example, expected) in reference.Examples.Zip(reference.Probabilities))
        {
            Assert.All(head.Probabilities(example).Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 0.01));
        }
    }

    [Fact]
    public void The_likeliest_class_is_named_and_the_probability_is_of_the_one_asked_for()
    {
        var head = new LinearHead(["a", "b"], FloatMatrix.Of(2, 1, [1, -1]), [0, 0]);

        var (likeliest, probability) = head.Judge([1], of: "b");

        Assert.Equal("a", likeliest);
        Assert.Equal(1 / (1 + Math.Exp(2)), probability, 1e-9);
    }
}
