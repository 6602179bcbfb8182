using Pneumonia.Core.Saliency;

namespace Pneumonia.Core.Serving;

/// <summary>How an answer is to be explained.</summary>
/// <param name="Method">Name of the method; null for the one that <see cref="ExplanationMethods.DefaultFor"/> names.</param>
/// <param name="Class">The class explained; null for the one that a prediction explains.</param>
/// <param name="Seed">Seed of what is drawn at random; the same one gives the same explanation.</param>
public sealed record ExplanationQuestion(string? Method = null, string? Class = null, int Seed = 0);
