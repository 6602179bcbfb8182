using System.Text.RegularExpressions;
using System.Xml.Linq;
using Pneumonia.Blazor.Hosting;
using Pneumonia.Blazor.ReadingRoom;
using Pneumonia.Core.Serving;

namespace Pneumonia.Tests.Blazor;

/// <summary>The texts in the resource files, held against the code that shows them.</summary>
public sealed partial class ResourceTests
{
    private static readonly string s_project = Path.Combine(RepositoryPaths.Root, "Pneumonia.Blazor");
    private static readonly string s_resources = Path.Combine(s_project, "Resources");

    private static readonly Dictionary<string, string> s_sources = Directory.EnumerateFiles(s_project, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".razor" or ".cs" && !Path.GetRelativePath(s_project, file).StartsWith("obj", StringComparison.Ordinal))
        .ToDictionary(file => Path.GetRelativePath(s_project, file), File.ReadAllText);

    // Keys that come from elsewhere: the values of enumerations, and what models call their operating points.
    private static readonly HashSet<string> s_codes =
    [
        .. new[] { typeof(Study).Assembly, typeof(Prediction).Assembly }
            .SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsEnum).SelectMany(Enum.GetNames),
        "balanced", "rule-in", "rule-out",
    ];

    private static IEnumerable<string> Files => Directory.EnumerateFiles(s_resources, "*.resx", SearchOption.AllDirectories);

    private static readonly IReadOnlyList<string> s_languages = [.. TextExtensions.Languages().Where(language => language != "en")];

    /// <summary>The files of English texts, each by its path without the extension; those of <c>Texts</c> have theirs elsewhere, and tests of
    /// their own.</summary>
    public static TheoryData<string> English =>
        [.. Files.Select(file => Path.ChangeExtension(Path.GetRelativePath(s_resources, file), null))
            .Where(name => !Path.HasExtension(name) && !name.StartsWith("Texts", StringComparison.Ordinal)).Order()];

    [Theory]
    [MemberData(nameof(English))]
    public void Every_text_that_is_asked_for_is_there_and_none_that_nobody_asks_for(string name)
    {
        var code = string.Join('\n', s_sources.Where(file => IsFor(file, name)).Select(file => file.Value));
        var (there, asked) = (Texts($"{name}.resx").Keys, Asked().Matches(code).SelectMany(match => match.Groups.Values.Skip(1)));

        var missing = asked.Where(key => key.Success).Select(key => key.Value).Except(there);
        var unused = there.Where(key => !IsUsed(key, code));

        Assert.Empty(missing);
        Assert.Empty(unused);
    }

    [Fact]
    public void Every_localizer_has_a_file() => Assert.Empty(
        s_sources.Values.SelectMany(code => Localizers().Matches(code)).Select(match => match.Groups[1].Value)
            .Except(Files.Select(file => Path.GetFileNameWithoutExtension(file))));

    [Theory]
    [MemberData(nameof(English))]
    public void A_text_is_there_in_every_language_and_fills_in_what_the_english_one_does(string name)
    {
        var english = Texts($"{name}.resx").OrderBy(text => text.Key).Select(text => $"{text.Key} {Placeholders(text.Value)}");

        Assert.All(s_languages, language => Assert.Equal(
            english, Texts($"{name}.{language}.resx").OrderBy(text => text.Key).Select(text => $"{text.Key} {Placeholders(text.Value)}")));
    }

    private static bool IsFor(KeyValuePair<string, string> file, string name) =>
        file.Key == $"{name}.cs" || file.Value.Contains($"IStringLocalizer<{Path.GetFileName(name)}>", StringComparison.Ordinal);

    private static bool IsUsed(string key, string code) =>
        Quoted().Matches(code).Any(word => word.Value == key)
        || (s_codes.Contains(key) && Computed().IsMatch(code))
        || Composed().Matches(code).Select(parts => (Head: parts.Groups[1].Value, Tail: parts.Groups[2].Value)).Any(parts =>
            parts != ("", "") && key.StartsWith(parts.Head, StringComparison.Ordinal) && key.EndsWith(parts.Tail, StringComparison.Ordinal));

    private static Dictionary<string, string> Texts(string file) => XDocument.Load(Path.Combine(s_resources, file)).Root!.Elements("data")
        .ToDictionary(entry => entry.Attribute("name")!.Value, entry => entry.Element("value")!.Value);

    private static string Placeholders(string text) => string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Distinct().Order());

    // Text["Key"], Text[isSo ? "Key" : "Other"], and the same with round brackets.
    [GeneratedRegex("""\b[Tt]ext[\[(](?:[^\]"\n]*\? )?"([^"]+)"(?: : "([^"]+)")?""")]
    private static partial Regex Asked();

    [GeneratedRegex("""\b[Tt]ext[\[(][a-zA-Z.]+[\](,]""")]
    private static partial Regex Computed();

    // $"State{state}", $"{key}Never" and preset + "Title".
    [GeneratedRegex("""(?:(?:[Tt]ext[\[(]|Find\()\$"([\w-]*)\{[^}]+\}|\w+ \+ ")([\w-]*)"[\]),]""")]
    private static partial Regex Composed();

    [GeneratedRegex("""(?<=")[\w-]+(?=")""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"IStringLocalizer<(\w+)>")]
    private static partial Regex Localizers();

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Placeholder();
}
