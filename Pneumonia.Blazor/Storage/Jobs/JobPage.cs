namespace Pneumonia.Blazor.Storage.Jobs;

/// <summary>A page of jobs.</summary>
/// <param name="Jobs">The jobs, newest first.</param>
/// <param name="Next">Identifier after which the next page starts; null on the last.</param>
public sealed record JobPage(IReadOnlyList<StoredJob> Jobs, string? Next);
