namespace Pneumonia.Model.Explaining.Comparison;

/// <summary>How the methods compare on a set of images.</summary>
/// <param name="Data">The images, in words.</param>
/// <param name="Images">How many.</param>
/// <param name="Checks">How many of them were explained again.</param>
/// <param name="Stages">Stages of the network's randomisation, from the top.</param>
/// <param name="Methods">The methods, then the baselines.</param>
public sealed record ComparisonReport(
    string Data, int Images, int Checks, IReadOnlyList<string> Stages, IReadOnlyList<MethodFigures> Methods)
{
    /// <summary>The method that <see cref="WinnerRule"/> names; null where none is eligible.</summary>
    public MethodFigures? Winner => WinnerRule.Choose(Methods);

    /// <summary>The same of the methods that are not slow.</summary>
    public MethodFigures? FastWinner => WinnerRule.Choose([.. Methods.Where(method => !method.IsSlow)]);
}
