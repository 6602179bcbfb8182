using System.Text.RegularExpressions;

namespace Pneumonia.Core.Data;

/// <summary>Reads patient, cause and acquisition out of file names as Kermany et al. (2018, doi:10.17632/rscbjbr9sj.2) gave them:
/// <c>person12_bacteria_30.jpeg</c>, <c>person12_virus_30_1.jpeg</c>, <c>IM-0115-0001.jpeg</c>,
/// <c>NORMAL2-IM-0383-0001-0002.jpeg</c>; phantoms carry <c>synthetic-</c> before the same. And as the NIH Clinical Center does (Wang et al.
/// 2017, ChestX-ray14): <c>00000061_012.png</c>, patient and follow-up.</summary>
/// <remarks>A key is the number within its prefix, over all splits and causes. Whether <c>person1</c> in <c>train</c> and
/// <c>person1</c> in <c>test</c> are one child is not known; taking them for one can only prevent a leak.</remarks>
public static partial class FileNameRules
{
    /// <summary>What every phantom's file name begins with.</summary>
    public const string SyntheticPrefix = "synthetic-";

    /// <summary>Reads a name.</summary>
    /// <param name="fileName">File name, with or without folders before it and an extension after it.</param>
    /// <returns>What it tells; null where it follows no known rule.</returns>
    public static FileNameFacts? Read(string fileName)
    {
        var name = Path.GetFileNameWithoutExtension(fileName);
        return Person().Match(name) is { Success: true } person
                ? new(person.Groups["patient"].Value, person.Groups["cause"].Value, person.Groups["acquisition"].Value)
            : Study().Match(name) is { Success: true } study
                ? new(study.Groups["patient"].Value, null, study.Groups["acquisition"].Value)
            : FollowUp().Match(name) is { Success: true } followUp
                ? new(followUp.Groups["patient"].Value, null, null)
            : null;
    }

    /// <summary>Whether a file's name says that it is a phantom.</summary>
    public static bool IsSynthetic(string fileName) =>
        Path.GetFileName(fileName).StartsWith(SyntheticPrefix, StringComparison.Ordinal);

    [GeneratedRegex(
        @"^(?<patient>(?<acquisition>(synthetic-)?person)\d+)_(?<cause>[a-z]+)(_\d+)+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Person();

    [GeneratedRegex(@"^(?<patient>(?<acquisition>(synthetic-)?(NORMAL\d+-)?IM)-\d+)(-\d+)+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Study();

    [GeneratedRegex(@"^(?<patient>\d{8})_\d{3}$", RegexOptions.ExplicitCapture)]
    private static partial Regex FollowUp();
}
