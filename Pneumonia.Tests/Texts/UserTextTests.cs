using System.Globalization;
using Pneumonia.Blazor.Texts;
using Pneumonia.Core;
using Pneumonia.Core.Imaging;

namespace Pneumonia.Tests.Texts;

public sealed class UserTextTests
{
    [Fact]
    public void An_interpolated_sentence_keeps_its_gaps_and_reads_as_before()
    {
        var fault = new UserException($"{"a.png"}: {3} of {0.5:0.00} {{such}}, {(UserText)"the file is empty"}" + $" {DayOfWeek.Friday}.");

        Assert.Equal("{0}: {1} of {2:0.00} {{such}}, {3} {4}.", fault.Text.Template);
        Assert.Equal("a.png: 3 of 0.50 {such}, the file is empty Friday.", fault.Message);
    }

    [Fact]
    public void It_is_told_in_the_language_of_who_asks_with_all_that_is_within_it()
    {
        var fault = new InvalidRadiographException("{0}.gif", "the file is empty");

        Assert.Equal("{0}.gif: the file is empty", In("en", () => Refusals.Tell(fault)));
        Assert.Equal("{0}.gif: die Datei ist leer", In("de", () => Refusals.Tell(fault)));
    }

    [Fact]
    public void Numbers_are_written_as_the_language_writes_them()
    {
        UserText text = $"A score of {1.5} is not a probability between 0 and 1.";

        Assert.Equal("A score of 1.5 is not a probability between 0 and 1.", In("en", () => Refusals.Tell(text)));
        Assert.Equal("Ein Score von 1,5 ist keine Wahrscheinlichkeit zwischen 0 und 1.", In("de", () => Refusals.Tell(text)));
    }

    [Fact]
    public void What_has_no_translation_stays_English() => Assert.Equal("No such words: 1.5.", In("de", () => Refusals.Tell($"No such words: {1.5}.")));

    [Fact]
    public void A_stored_sentence_can_be_told_in_another_language_later()
    {
        UserText text = $"The file cannot be taken as an X-ray: {(UserText)$"JPEG with {12} bits per sample is not read, only 8"}.";

        var stored = UserTextJson.Write(text);

        Assert.Equal(text, UserTextJson.Read(stored));
        Assert.Equal(
            "Die Datei kann nicht als Röntgenaufnahme angenommen werden: JPEG mit 12 Bit je Wert wird nicht gelesen, nur mit 8.",
            In("de", () => Refusals.TellStored(stored)!));
    }

    [Theory]
    [InlineData("An older program's words.")]
    [InlineData("{ not json")]
    [InlineData("""{ "template": "{1} of one", "arguments": ["a"] }""")]
    [InlineData("""{ "template": "{0}", "arguments": [["a"]] }""")]
    [InlineData("""{ "epoch": 1 }""")]
    public void What_is_no_stored_sentence_is_told_as_it_is(string line) => Assert.Equal(line, In("de", () => Refusals.TellStored(line)!));

    private static string In(string language, Func<string> tell)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Of(language);
        try
        {
            return tell();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
