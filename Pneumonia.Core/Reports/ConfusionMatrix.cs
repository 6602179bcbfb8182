namespace Pneumonia.Core.Reports;

/// <summary>Counts at the operating point.</summary>
/// <param name="Tp">Positive images called positive.</param>
/// <param name="Fp">Negative images called positive.</param>
/// <param name="Tn">Negative images called negative.</param>
/// <param name="Fn">Positive images called negative.</param>
public sealed record ConfusionMatrix(int Tp, int Fp, int Tn, int Fn);
