using Pneumonia.Blazor.Models;
using Pneumonia.Core.Package;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Models;

public sealed class RecipeComparisonTests
{
    [Fact]
    public void Only_what_differs_is_told_and_what_came_of_the_training_is_not()
    {
        var first = FakeInformation.Create().Manifest;
        var second = first with
        {
            Architecture = "resnet50",
            Training = first.Training with
            {
                Options = first.Training.Options with
                {
                    Epoch = 20, Data = new() { Augmentation = first.Training.Options.Data.Augmentation with { Gamma = 0.3 } },
                },
                History = [],
            },
            Preprocessing = first.Preprocessing with { Width = 320 },
        };

        Assert.Equal(
            [
                new("architecture", "resnet18", "resnet50"), new("epoch", "14", "20"), new("preprocessing.width", "224", "320"),
                new("augmentation.gamma", "0.4", "0.3"),
            ],
            RecipeComparison.Between(first, second));
        Assert.Empty(RecipeComparison.Between(first, first));
    }
}
