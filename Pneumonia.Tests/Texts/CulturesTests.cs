using System.Globalization;
using System.Xml.Linq;
using Pneumonia.Blazor.Hosting;
using Pneumonia.Blazor.Texts;

namespace Pneumonia.Tests.Texts;

public sealed class CulturesTests
{
    private static readonly DateTime s_moment = new(2026, 3, 1, 7, 5, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("en", "English", "4,433.50", "2026-03-01", "1 Mar 2026", "Sunday")]
    [InlineData("de", "Deutsch", "4.433,50", "01.03.2026", "1 März 2026", "Sonntag")]
    public void A_language_writes_numbers_and_dates_in_its_way(string language, string name, string number, string date, string words, string day)
    {
        var culture = Cultures.Of(language);

        Assert.Equal(name, Cultures.NameOf(culture));
        Assert.Equal(number, 4433.5.ToString("N2", culture));
        Assert.Equal((date, words, day), (s_moment.ToString("d", culture), s_moment.ToString("d MMM yyyy", culture), s_moment.ToString("dddd", culture)));
    }

    [Fact]
    public void Every_language_tells_its_formats() => Assert.All(TextExtensions.Languages().Skip(1), language =>
        Assert.Equal(Keys("Formats.resx"), Keys($"Formats.{language}.resx")));

    [Fact]
    public void English_is_as_it_is_without_a_language() =>
        Assert.Equal(1234.5.ToString("N1", CultureInfo.InvariantCulture), 1234.5.ToString("N1", Cultures.Of("en")));

    private static IEnumerable<string> Keys(string file) =>
        XDocument.Load(Path.Combine(RepositoryPaths.Root, "Pneumonia.Blazor", "Resources", "Texts", file)).Root!.Elements("data")
            .Select(entry => entry.Attribute("name")!.Value);
}
