using System.Globalization;
using System.Numerics;

namespace Pneumonia.Core.Numbers;

/// <summary>
/// Reads numbers as programs write them, whatever the language of the machine: digits, one point, an exponent. Nothing is guessed: a comma
/// that is a decimal sign to one and a separator of thousands to another is refused, and so are spaces, hexadecimal digits, NaN, infinities
/// and what is too large or too small for a number.
/// </summary>
public static class StrictNumber
{
    private const string WholeCharacters = "0123456789+-";
    private const string Characters = WholeCharacters + ".eE";

    /// <summary>Reads an <see cref="int"/>, a <see cref="long"/> or a <see cref="double"/>.</summary>
    /// <param name="text">What was given.</param>
    /// <param name="limits">What is taken.</param>
    /// <param name="value">The number.</param>
    /// <param name="reason">Why it is refused, and what is taken, without an end mark; empty where it is not.</param>
    public static bool TryRead<T>(string? text, NumberLimits limits, out T value, out UserText reason)
        where T : struct, INumber<T>, IMinMaxValue<T>
    {
        if (TryParse(text, out value))
        {
            var holds = limits.Hold(double.CreateChecked(value));
            reason = holds ? (UserText)"" : $"must be {limits.Words}";
            return holds;
        }

        reason = Needed<T>(text, limits);
        return false;
    }

    /// <summary>Reads a number, or refuses it in a sentence.</summary>
    /// <param name="name">Whose number it is, as the user knows it, e.g. <c>--epoch</c>.</param>
    /// <param name="text">What was given.</param>
    /// <param name="limits">What is taken.</param>
    /// <exception cref="UserException">It is no such number.</exception>
    public static T Read<T>(string name, string? text, NumberLimits limits)
        where T : struct, INumber<T>, IMinMaxValue<T> =>
        TryRead(text, limits, out T value, out var reason) ? value : throw new UserException($"{name} {text}: {reason}.");

    private static bool IsWhole<T>() => typeof(T) != typeof(double) && typeof(T) != typeof(float);

    private static bool TryParse<T>(string? text, out T value)
        where T : struct, INumber<T>
    {
        var style = IsWhole<T>() ? NumberStyles.AllowLeadingSign : NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        value = default;
        return text is not null
            && text.All((IsWhole<T>() ? WholeCharacters : Characters).Contains)
            && T.TryParse(text, style, CultureInfo.InvariantCulture, out value)
            && T.IsFinite(value)
            && !(T.IsZero(value) && HasDigits(text));
    }

    // Such as 1e-999, which is no 0.
    private static bool HasDigits(string text) => text.Split('e', 'E')[0].AsSpan().IndexOfAnyInRange('1', '9') >= 0;

    private static UserText Needed<T>(string? text, NumberLimits limits)
        where T : struct, INumber<T>, IMinMaxValue<T>
    {
        var words = limits.Words.Template.Length == 0 ? (UserText)"" : $"; {limits.Words}";
        if (!IsWhole<T>())
        {
            return $"a number with a point is needed, e.g. {Text(limits.Example ?? (limits.Hold(0.5) ? 0.5 : limits.Least + 0.5))}{words}";
        }

        return text is { Length: > 0 } && text.TrimStart('-').All(char.IsAsciiDigit) && text.TrimStart('-').Length > 0
            ? (UserText)$"a whole number from {Text(T.MinValue)} to {Text(T.MaxValue)} is needed{words}"
            : $"a whole number is needed, e.g. {Text(limits.Example ?? (limits.Hold(1) ? 1 : limits.Least))}{words}";
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
