using System.Text.Json.Nodes;
using Pneumonia.Blazor.Models;
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
            Training = new JsonObject
            {
                ["arch"] = "resnet18", ["epoch"] = 20, ["batchSize"] = 32, ["learningRate"] = 0.001, ["seed"] = 1,
                ["augmentation"] = new JsonObject { ["rotation"] = 15 }, ["history"] = new JsonArray(0.5),
            },
            Preprocessing = first.Preprocessing with { Width = 320 },
        };

        Assert.Equal(
            [
                new("architecture", "resnet18", "resnet50"), new("epoch", "14", "20"), new("augmentation.gamma", "0.4", null),
                new("preprocessing.width", "224", "320"),
            ],
            RecipeComparison.Between(first, second));
        Assert.Empty(RecipeComparison.Between(first, first));
    }
}
