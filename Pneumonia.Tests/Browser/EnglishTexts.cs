using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Pneumonia.Tests.Browser;

/// <summary>The English texts of the pages, to be looked for on a page in another language.</summary>
internal static partial class EnglishTexts
{
    private const int Words = 3;

    private static readonly IReadOnlyList<Regex> s_texts = [.. Read()];

    /// <summary>Those of a page's texts that are English: one of ours, as a whole or, where it has several words, as a part.</summary>
    public static IEnumerable<string> Among(IEnumerable<string> texts) => texts.Where(text => s_texts.Any(english => english.IsMatch(text)));

    private static IEnumerable<Regex> Read()
    {
        var folder = Path.Combine(RepositoryPaths.Root, "Pneumonia.Blazor", "Resources");
        var pairs = Directory.EnumerateFiles(folder, "*.de.resx", SearchOption.AllDirectories).Where(file => !file.Contains("Texts"))
            .SelectMany(file => Texts(file.Replace(".de.resx", ".resx", StringComparison.Ordinal)).Join(
                Texts(file), english => english.Key, german => german.Key, (english, german) => (English: english.Value, German: german.Value)))
            .Concat(Texts(Path.Combine(folder, "Texts", "Refusals.de.resx"))
                .Where(pair => Count(pair.Key) >= Words).Select(pair => (English: pair.Key, German: pair.Value)))
            .ToList();
        var german = pairs.Select(pair => pair.German).ToHashSet();
        return pairs.Select(pair => pair.English).Where(text => !german.Contains(text) && Letters().IsMatch(Gap().Replace(text, "").Replace("UTC", "", StringComparison.Ordinal))).Distinct().Select(Pattern);
    }

    // Gaps hold anything. What is short is looked for as a whole: "Open" may be a part of any word.
    private static Regex Pattern(string english)
    {
        var parts = Gap().Split(english).Select(Regex.Escape);
        var text = string.Join(".+", parts);
        return new Regex(Count(english) >= Words ? text : $"^{text}$", RegexOptions.Compiled, TimeSpan.FromSeconds(5));
    }

    private static int Count(string text) => Word().Count(Gap().Replace(text, ""));

    private static IEnumerable<KeyValuePair<string, string>> Texts(string file) => XDocument.Load(file).Root!.Elements("data")
        .Select(entry => KeyValuePair.Create(entry.Attribute("name")!.Value, entry.Element("value")!.Value.Trim()));

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"\p{L}{3}")]
    private static partial Regex Letters();
}
