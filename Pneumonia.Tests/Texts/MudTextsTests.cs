using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MudBlazor;

namespace Pneumonia.Tests.Texts;

/// <summary>MudBlazor's own words, held against their translations.</summary>
public sealed partial class MudTextsTests
{
    private static readonly Dictionary<string, string> s_english =
        new ResourceManager("MudBlazor.Resources.LanguageResource", typeof(MudLocalizer).Assembly)
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static readonly Dictionary<string, string> s_german =
        XDocument.Load(Path.Combine(RepositoryPaths.Root, "Pneumonia.Blazor", "Resources", "Texts", "MudTexts.de.resx")).Root!.Elements("data")
            .ToDictionary(entry => entry.Attribute("name")!.Value, entry => entry.Element("value")!.Value);

    [Fact]
    public void Every_word_of_MudBlazor_is_translated_and_fills_in_what_the_english_one_does() => Assert.Equal(
        s_english.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => $"{text.Key} {Gaps(text.Value)}"),
        s_german.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => $"{text.Key} {Gaps(text.Value)}"));

    private static string Gaps(string text) => string.Join(' ', Gap().Matches(text).Select(match => match.Value).Distinct().Order());

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Gap();
}
