namespace Pneumonia.Core.Package;

/// <summary>A fact of files by which their classes can be told.</summary>
/// <param name="Name">The fact, e.g. <c>compression</c>.</param>
/// <param name="Auc">AUC of a probe of this fact alone.</param>
public sealed record TellingFact(string Name, double Auc);
