namespace Pneumonia.Model.Tuning;

/// <summary>A step of a search: so many trials are trained up to this epoch, and the best of them climb to the next rung.</summary>
/// <param name="Trials">Number of trials.</param>
/// <param name="Epochs">Epochs that each of them has had at the end, those of the rungs below included.</param>
public sealed record Rung(int Trials, int Epochs);
