namespace Pneumonia.Core.Judging;

/// <summary>One class and its probability.</summary>
/// <param name="Class">Class name as in the training folder, e.g. NORMAL.</param>
/// <param name="Probability">0 to 1.</param>
public sealed record ClassProbability(string Class, double Probability);
