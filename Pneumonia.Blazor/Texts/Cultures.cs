using System.Globalization;
using System.Resources;

namespace Pneumonia.Blazor.Texts;

/// <summary>Languages with the way that they write numbers and dates. The app does without the system's data of languages, so that it runs
/// where there are none; what it needs of them lies beside its texts.</summary>
internal static class Cultures
{
    private static readonly ResourceManager s_formats = new("Pneumonia.Blazor.Resources.Texts.Formats", typeof(Cultures).Assembly);

    /// <summary>A language.</summary>
    /// <param name="language">Its code, such as <c>de</c>.</param>
    public static CultureInfo Of(string language)
    {
        var culture = new CultureInfo(language);
        var (numbers, dates) = (culture.NumberFormat, culture.DateTimeFormat);
        numbers.NumberDecimalSeparator = numbers.PercentDecimalSeparator = numbers.CurrencyDecimalSeparator = Find("Decimal", culture);
        numbers.NumberGroupSeparator = numbers.PercentGroupSeparator = numbers.CurrencyGroupSeparator = Find("Group", culture);
        (dates.ShortDatePattern, dates.ShortTimePattern) = (Find("Date", culture), Find("Time", culture));
        dates.FirstDayOfWeek = Enum.Parse<DayOfWeek>(Find("FirstDay", culture));
        (dates.DayNames, dates.AbbreviatedDayNames, dates.ShortestDayNames) = (List("Days", culture), List("ShortDays", culture), List("ShortDays", culture));
        (dates.MonthNames, dates.AbbreviatedMonthNames) = (Months("Months", culture), Months("ShortMonths", culture));
        (dates.MonthGenitiveNames, dates.AbbreviatedMonthGenitiveNames) = (dates.MonthNames, dates.AbbreviatedMonthNames);
        return CultureInfo.ReadOnly(culture);
    }

    /// <summary>What a language calls itself.</summary>
    public static string NameOf(CultureInfo language) => Find("Name", language);

    private static string Find(string key, CultureInfo culture) => s_formats.GetString(key, culture)!;

    private static string[] List(string key, CultureInfo culture) => Find(key, culture).Split(' ');

    // Some calendars have thirteen.
    private static string[] Months(string key, CultureInfo culture) => [.. List(key, culture), ""];
}
