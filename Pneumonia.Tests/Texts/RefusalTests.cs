using System.Text.RegularExpressions;
using System.Xml.Linq;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Core;
using Pneumonia.Model.Training;

namespace Pneumonia.Tests.Texts;

/// <summary>The sentences of errors, held against their translations.</summary>
public sealed partial class RefusalTests
{
    private static readonly string s_folder = Path.Combine(RepositoryPaths.Root, "Pneumonia.Blazor", "Resources", "Texts");

    private static readonly IReadOnlyList<(IReadOnlySet<string> Templates, IReadOnlyList<string> Others)> s_told =
        [.. new[] { typeof(UserText).Assembly, typeof(Database).Assembly, typeof(ImageClassificationTrainer).Assembly }.Select(UserTexts.In)];

    // The titles of statuses, which the framework tells.
    private static readonly string[] s_titles =
    [
        "Bad Request", "Not Found", "Method Not Allowed", "Conflict", "Content Too Large", "Unsupported Media Type", "Unprocessable Entity",
        "Too Many Requests", "An error occurred while processing your request.", "Service Unavailable", "Insufficient Storage",
    ];

    /// <summary>The languages that there are besides English.</summary>
    public static TheoryData<string> Languages =>
        [.. Directory.EnumerateFiles(s_folder, "Refusals.*.resx").Select(file => Path.GetFileName(file).Split('.')[1])];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_sentence_of_an_error_is_translated_and_none_that_there_is_not(string language)
    {
        var (there, told) = (Texts(language).Keys, s_told.SelectMany(each => each.Templates).Where(IsWords).ToHashSet());

        None(told.Except(there));
        None(there.Except(told).Except(s_titles));
    }

    [Fact]
    public void Every_sentence_of_an_error_is_known_before_it_is_told() => None(s_told.SelectMany(each => each.Others));

    [Fact]
    public void No_component_shows_an_error_in_the_words_of_the_log() => None(
        Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "Pneumonia.Blazor", "Components"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs" && File.ReadAllText(file).Contains(".Message", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_translation_fills_in_what_the_english_sentence_does(string language) => Assert.All(Texts(language), text =>
        Assert.Equal(Gaps(text.Key), Gaps(text.Value)));

    // All of them are told, not the first few.
    private static void None(IEnumerable<string> faults) => Assert.True(!faults.Any(), string.Join('\n', faults.Order()));

    private static bool IsWords(string template) => Letter().IsMatch(Gap().Replace(template, ""));

    private static IEnumerable<string> Gaps(string text) => Gap().Matches(text).Select(match => match.Value).Distinct().Order();

    private static Dictionary<string, string> Texts(string language) => XDocument.Load(Path.Combine(s_folder, $"Refusals.{language}.resx")).Root!.Elements("data")
        .ToDictionary(entry => entry.Attribute("name")!.Value, entry => entry.Element("value")!.Value);

    [GeneratedRegex(@"(?<!\{)\{\d+(:[^}]*)?\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\p{L}")]
    private static partial Regex Letter();
}
