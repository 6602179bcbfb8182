using Microsoft.ML.Data;

namespace Pneumonia.Core.Package;

/// <summary>What <see cref="VerdictMapping"/> reads. Its property name is a column name.</summary>
public sealed class VerdictRow
{
    /// <summary>One class name.</summary>
    [VectorType(1)]
    public VBuffer<ReadOnlyMemory<char>> Verdict { get; set; }
}
