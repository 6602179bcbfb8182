namespace Pneumonia.Blazor.Storage.Corrections;

/// <summary>A page of a study's corrections.</summary>
/// <param name="Corrections">The corrections that stand, oldest first.</param>
/// <param name="Next">Identifier after which the next page starts; null on the last.</param>
public sealed record CorrectionPage(IReadOnlyList<Correction> Corrections, string? Next);
