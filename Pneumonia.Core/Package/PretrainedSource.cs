namespace Pneumonia.Core.Package;

/// <summary>Weights that a training began with.</summary>
/// <param name="File">Name of the file, without its path.</param>
/// <param name="Sha256">SHA-256 of the file, lower-case hexadecimal; of a TensorFlow.js model: of <c>model.json</c> and the files it
/// names, one after the other.</param>
/// <param name="Note">What the trainer was told of them: where they come from, their licence.</param>
public sealed record PretrainedSource(string File, string Sha256, string? Note);
