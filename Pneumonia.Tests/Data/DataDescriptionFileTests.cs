using System.Text;
using Pneumonia.Core;
using Pneumonia.Model.Data;

namespace Pneumonia.Tests.Data;

public sealed class DataDescriptionFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_description_beside_the_images_is_found()
    {
        _folder.Write("DATASET.json", """{"title": "Ours", "attribution": "Us (2026)", "licence": "CC0"}"""u8.ToArray());

        Assert.Equal("Us (2026)", DataDescriptionFile.FindIn(_folder.Path)!.Attribution);
    }

    [Fact]
    public void A_folder_without_one_has_none() => Assert.Null(DataDescriptionFile.FindIn(_folder.Path));

    [Fact]
    public void A_pipe_of_its_name_is_refused_and_not_waited_at()
    {
        if (!OperatingSystem.IsWindows())
        {
            NamedPipe.Make(Path.Combine(_folder.Path, "DATASET.json"));

            Assert.Contains("a named pipe, where", Assert.Throws<UserException>(() => DataDescriptionFile.FindIn(_folder.Path)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"title": "Ours"}""")]
    [InlineData("nonsense")]
    public void An_incomplete_one_is_refused_with_its_name(string json)
    {
        var path = _folder.Write("DATASET.json", Encoding.UTF8.GetBytes(json));

        Assert.StartsWith(path, Assert.Throws<UserException>(() => DataDescriptionFile.FindIn(_folder.Path)).Message, StringComparison.Ordinal);
    }
}
