using System.Globalization;
using System.Text.Json.Serialization;
using Pneumonia.Core;

namespace Pneumonia.Model.Tuning;

/// <summary>A range that numbers are drawn from.</summary>
/// <param name="Min">Smallest value.</param>
/// <param name="Max">Largest value; the same as <paramref name="Min"/> fixes the number.</param>
/// <param name="Scale">How values are spread between the two.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NumberRange(double Min, double Max, RangeScale Scale)
{
    private const int SignificantDigits = 3;

    /// <summary>Draws a number and rounds it to three significant digits, so that a person can copy it.</summary>
    public double Draw(Random random)
    {
        var share = random.NextDouble();
        var value = Scale == RangeScale.Log ? Min * Math.Pow(Max / Min, share) : Min + (Max - Min) * share;
        return Math.Clamp(Rounded(value), Min, Max);
    }

    /// <summary>Refuses a range that cannot be drawn from, or that leaves what its field allows.</summary>
    /// <param name="field">The field's name, for the error.</param>
    /// <param name="least">Smallest value allowed.</param>
    /// <param name="most">Largest value allowed.</param>
    /// <exception cref="UserException">The range is wrong.</exception>
    internal void Verify(string field, double least, double most)
    {
        Require(Enum.IsDefined(Scale), $"scale {Scale}: must be uniform or log");
        Require(Min <= Max, $"min {Min} is above max {Max}");
        Require(Min >= least, $"min {Min}: must be {least} or more");
        Require(Max <= most, $"max {Max}: must be {most} or less");
        Require(Scale != RangeScale.Log || Min > 0, $"min {Min}: a log scale needs more than 0");

        void Require(bool condition, string reason)
        {
            if (!condition)
            {
                throw new UserException($"{field}: {reason}.");
            }
        }
    }

    private static double Rounded(double value) =>
        double.Parse(value.ToString($"G{SignificantDigits}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
