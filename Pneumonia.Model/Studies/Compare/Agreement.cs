namespace Pneumonia.Model.Studies.Compare;

/// <summary>How often two models decide rightly on the same images, each at its own threshold.</summary>
/// <param name="BothRight">Images that both decide rightly.</param>
/// <param name="FirstOnly">Images that only the first does.</param>
/// <param name="SecondOnly">Images that only the second does.</param>
/// <param name="BothWrong">Images that both decide wrongly.</param>
public sealed record Agreement(int BothRight, int FirstOnly, int SecondOnly, int BothWrong)
{
    /// <summary>Counts.</summary>
    /// <param name="verdicts">For every image whether the first and the second decide rightly.</param>
    public static Agreement Of(IReadOnlyCollection<(bool First, bool Second)> verdicts) => new(
        verdicts.Count(each => each is (true, true)), verdicts.Count(each => each is (true, false)),
        verdicts.Count(each => each is (false, true)), verdicts.Count(each => each is (false, false)));
}
