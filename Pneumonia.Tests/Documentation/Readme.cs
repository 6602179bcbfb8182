namespace Pneumonia.Tests.Documentation;

/// <summary>The lines of code that the README shows.</summary>
internal static class Readme
{
    private const string Indent = "    ";

    /// <summary>The first block of code behind a text.</summary>
    public static string Code(string behind)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "README.md"));
        var start = text.IndexOf(behind, StringComparison.Ordinal);
        Assert.True(start >= 0, $"The README does not say: {behind}");
        var lines = text[start..].Split('\n')
            .SkipWhile(line => !line.StartsWith(Indent, StringComparison.Ordinal))
            .TakeWhile(line => line.Length == 0 || line.StartsWith(Indent, StringComparison.Ordinal));
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[Indent.Length..]));
    }
}
