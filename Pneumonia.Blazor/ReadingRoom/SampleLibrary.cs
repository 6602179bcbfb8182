using System.Globalization;

namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>The synthetic X-rays in <c>wwwroot/samples</c>. A file's name is its title: <c>normal-1.png</c> is "Normal 1", and
/// <c>normal-1.small.jpg</c> the same for a slow line.</summary>
public sealed class SampleLibrary(IWebHostEnvironment environment)
{
    private const string Folder = "samples";

    public IReadOnlyList<Sample> All { get; } = [.. environment.WebRootFileProvider.GetDirectoryContents(Folder)
        .Where(file => file.Name.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
        .OrderBy(file => file.Name, StringComparer.Ordinal)
        .Select(file => new Sample(
            TitleOf(file.Name),
            $"{Folder}/{Path.ChangeExtension(file.Name, ".small.jpg")}",
            new IncomingImage(file.Name, file.Length, _ => file.CreateReadStream(), Synthetic: true)))];

    private static string TitleOf(string file)
    {
        var words = Path.GetFileNameWithoutExtension(file).Replace('-', ' ');
        return char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
    }
}
