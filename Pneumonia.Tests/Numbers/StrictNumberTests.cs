using System.Globalization;
using Pneumonia.Core;
using Pneumonia.Core.Numbers;

namespace Pneumonia.Tests.Numbers;

public sealed class StrictNumberTests
{
    /// <summary>What is no number of a program, each for a reason of its own.</summary>
    public static TheoryData<string> Wrong =>
        ["0,001", "1,5", "1.000,5", "1,000", "1 000", " 1", "1 ", "", "-", "e5", "0x10", "1e999", "-1e999", "NaN", "Infinity", "∞", "1_000", "(1)", "1d", "١", "$1", "5\0", "1.2.3"];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_no_number_is_refused_as_any_kind_of_number(string text)
    {
        Assert.False(StrictNumber.TryRead(text, NumberLimits.Any, out int _, out var reason));
        Assert.StartsWith("a whole number", reason.ToString(), StringComparison.Ordinal);
        Assert.False(StrictNumber.TryRead(text, NumberLimits.Any, out long _, out _));
        Assert.False(StrictNumber.TryRead(text, NumberLimits.Any, out double _, out reason));
        Assert.StartsWith("a number with a point is needed", reason.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.001", 0.001)]
    [InlineData("1e-3", 0.001)]
    [InlineData("2E2", 200)]
    [InlineData("-.5", -0.5)]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    public void Numbers_are_read_alike_under_every_culture(string text, double expected)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = WithComma();

            Assert.True(StrictNumber.TryRead(text, NumberLimits.Any, out double value, out _));
            Assert.Equal(expected, value);
            Assert.Equal("1.5 to 2.5", NumberLimits.Between(1.5, 2.5).Words.ToString()[5..]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("2147483648")]
    public void A_whole_number_is_whole_and_fits(string text) => Assert.False(StrictNumber.TryRead(text, NumberLimits.Any, out int _, out _));

    [Fact]
    public void What_is_too_small_for_a_number_is_not_taken_for_0() => Assert.False(StrictNumber.TryRead("1e-999", NumberLimits.Any, out double _, out _));

    [Fact]
    public void The_sentence_has_what_was_given_and_what_is_taken()
    {
        Assert.Equal(
            "--learning-rate 0,001: a number with a point is needed, e.g. 0.001; more than 0.",
            Refusal<double>("--learning-rate", "0,001", NumberLimits.MoreThan(0) with { Example = 0.001 }));
        Assert.Equal("--epoch 1,5: a whole number is needed, e.g. 14; 1 or more.", Refusal<int>("--epoch", "1,5", NumberLimits.AtLeast(1) with { Example = 14 }));
        Assert.Equal("--dropout 1: must be from 0 to less than 1.", Refusal<double>("--dropout", "1", NumberLimits.ShareBelowOne));
        Assert.Equal(
            "--seed 99999999999: a whole number from -2147483648 to 2147483647 is needed.", Refusal<int>("--seed", "99999999999", NumberLimits.Any));
    }

    private static string Refusal<T>(string name, string text, NumberLimits limits)
        where T : struct, System.Numerics.INumber<T>, System.Numerics.IMinMaxValue<T> =>
        Assert.Throws<UserException>(() => StrictNumber.Read<T>(name, text, limits)).Message;

    // The tests run without the data of real cultures: what matters of German is made here.
    private static CultureInfo WithComma()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = (",", ".");
        return culture;
    }
}
