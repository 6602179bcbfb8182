namespace Pneumonia.Core.Package;

/// <summary>What a model lacks because it could not be fitted.</summary>
/// <param name="What">In words, e.g. <c>operating point rule-in</c>.</param>
/// <param name="Why">A sentence.</param>
public sealed record Omission(string What, string Why);
