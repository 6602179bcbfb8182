using Pneumonia.Core.Checks;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.CheckFitting.Evaluation;

/// <summary>What the checks find in one kind of image.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Expected">The code that should be found; null: the images are good.</param>
/// <param name="Images">How many were looked at.</param>
/// <param name="Refused">How many were refused.</param>
/// <param name="Named">How many got the expected code; of good images, how many got none.</param>
/// <param name="Reasons">How often each code was found.</param>
public sealed record CheckFigure(
    string Name, string? Expected, int Images, int Refused, int Named, IReadOnlyDictionary<string, int> Reasons)
{
    /// <summary>Share that was treated as it should be: refused; of inverted ones, corrected or refused; of good ones, refused wrongly. 95%
    /// interval.</summary>
    public Estimate Rate => Wilson.Interval(Expected == CheckReasons.Inverted ? Handled : Refused, Images);

    private int Handled => Math.Min(Images, Named + Refused);

    /// <summary>Counts.</summary>
    /// <param name="name">The kind.</param>
    /// <param name="expected">The code that should be found; null: the images are good.</param>
    /// <param name="found">The codes of every image.</param>
    public static CheckFigure Of(string name, string? expected, IReadOnlyCollection<IReadOnlyList<string>> found) => new(
        name, expected, found.Count,
        found.Count(codes => codes.Any(CheckReasons.Refuses)),
        found.Count(codes => expected is null ? codes.Count == 0 : expected == CheckReasons.Inverted ? codes.SequenceEqual([expected]) : codes.Contains(expected)),
        CheckReasons.All.Select(code => (code, count: found.Count(codes => codes.Contains(code)))).Where(item => item.count > 0)
            .ToDictionary(item => item.code, item => item.count));
}
