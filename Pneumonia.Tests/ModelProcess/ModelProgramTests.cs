using Pneumonia.Blazor.ModelProcess;
using Pneumonia.Core;

namespace Pneumonia.Tests.ModelProcess;

public sealed class ModelProgramTests : IDisposable
{
    private const string Published = "app/Pneumonia.Model/Pneumonia.Model.dll";
    private const string Built = "Pneumonia.Model/bin/Pneumonia.Model.dll";
    private const string Own = "own/Pneumonia.Model.dll";

    private readonly TemporaryFolder _folder = new();

    private string App => Path.Combine(_folder.Path, "app");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true, Own, Published, Built, Own)]
    [InlineData(false, Published, Published, Built, Own)]
    [InlineData(false, Built, Built, Own)]
    public void It_is_what_is_configured_else_what_was_published_else_what_was_built(bool configured, string expected, params string[] there)
    {
        Array.ForEach(there, file => _folder.Write(file));

        var program = Make(configured);

        Assert.Null(program.Obstacle);
        Assert.Equal(Path.Combine(_folder.Path, expected), program.Location);
    }

    [Fact]
    public void One_that_is_named_and_missing_is_told_and_no_other_takes_its_place()
    {
        _folder.Write(Published);

        var error = Assert.Throws<UserException>(() => Make(configured: true).Location);

        Assert.Equal(
            $"Model:Program {Path.Combine(_folder.Path, Own)}: there is no such file, and training and gradients need that program.", error.Message);
    }

    [Fact]
    public void Where_there_is_none_a_sentence_says_how_it_is_to_be_had()
    {
        var program = Make(configured: false);

        Assert.Contains("WithTraining=false", program.Obstacle!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Model:Program", program.Obstacle!.ToString(), StringComparison.Ordinal);
        Assert.Equal(program.Obstacle, Assert.Throws<UserException>(() => program.Location).Text);
    }

    [Fact]
    public void The_build_says_where_it_put_it() =>
        Assert.Null(new ModelProgram(null, AppContext.BaseDirectory, ModelProgram.Built).Obstacle);

    private ModelProgram Make(bool configured) =>
        new(configured ? Path.Combine(_folder.Path, Own) : null, App, $"../{Built}");
}
