namespace Pneumonia.Core.Package;

/// <summary>What <see cref="VerdictMapping"/> writes. Its property name is a column name.</summary>
public sealed class VerdictLabel
{
    /// <summary>The class name.</summary>
    public ReadOnlyMemory<char> PredictedLabel { get; set; }
}
