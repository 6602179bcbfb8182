namespace Pneumonia.Core.Package;

/// <summary>One entry of a model's zip.</summary>
/// <param name="Name">Its name, with forward slashes.</param>
/// <param name="Bytes">What it holds.</param>
public sealed record ChainEntry(string Name, ReadOnlyMemory<byte> Bytes);
