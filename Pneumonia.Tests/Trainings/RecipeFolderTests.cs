using System.Text;
using Pneumonia.Blazor.Trainings;
using Pneumonia.Core;
using Pneumonia.Core.Recipes;

namespace Pneumonia.Tests.Trainings;

public sealed class RecipeFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_recipe_that_comes_with_the_program_is_read()
    {
        var recipe = new RecipeFolder(new TrainingPaths([], Path.Combine(RepositoryPaths.Root, "recipes"), _folder.Path)).Read("default");

        Assert.Equal((7, 2, 4, true), (recipe.Epoch, recipe.Optimisation.Members, recipe.Data.ShortcutWeight, recipe.Packaging.TestTimeFlip));
        Assert.Equal(Path.Combine(RepositoryPaths.Root, "models/pretrained/inception_v3/model.json"), recipe.Network.Weights);
        Assert.Equal(Path.Combine(RepositoryPaths.Root, "models/lungs.onnx"), recipe.Network.LungFinder);
        Assert.Equal("CC BY 4.0", recipe.Data.DataDescription!.Licence);
    }

    [Theory]
    [InlineData("""{"ephoc":1}""", "The recipe mine cannot be read: there is no option ephoc; the nearest is epoch.")]
    [InlineData("null", "The recipe mine cannot be read: it is empty.")]
    [InlineData("{", "The recipe mine cannot be read: ")]
    public void A_recipe_that_cannot_be_read_is_named(string recipe, string words)
    {
        _folder.Write("recipes/mine.json", Encoding.UTF8.GetBytes(recipe));
        var recipes = new RecipeFolder(new TrainingPaths([], Path.Combine(_folder.Path, "recipes"), _folder.Path));

        Assert.StartsWith(words, Assert.Throws<UserException>(() => recipes.Read("mine")).Message, StringComparison.Ordinal);
    }
}
