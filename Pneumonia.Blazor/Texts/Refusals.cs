using System.Globalization;
using System.Resources;
using Pneumonia.Core;

namespace Pneumonia.Blazor.Texts;

/// <summary>Tells the sentences of errors in the language of who asks. English stands in the code; a translation is found by the English
/// sentence with its gaps, and what has none stays English.</summary>
internal static class Refusals
{
    private static readonly ResourceManager s_texts = new("Pneumonia.Blazor.Resources.Texts.Refusals", typeof(Refusals).Assembly);

    /// <summary>What an exception says.</summary>
    public static string Tell(Exception fault) => Tell(UserText.Of(fault));

    /// <summary>A sentence, and every sentence within it.</summary>
    public static string Tell(UserText text)
    {
        var translated = s_texts.GetString(text.Template, CultureInfo.CurrentUICulture);

        // English numbers within English words.
        var culture = translated is null ? CultureInfo.InvariantCulture : CultureInfo.CurrentUICulture;
        return string.Format(culture, translated ?? text.Template, [.. text.Arguments.Select(each => each is UserText inner ? Tell(inner) : each)]);
    }

    /// <summary>A sentence as it was stored; null where there is none.</summary>
    public static string? TellStored(string? stored) => UserTextJson.Read(stored) is { } text ? Tell(text) : null;
}
