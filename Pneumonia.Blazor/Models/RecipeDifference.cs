namespace Pneumonia.Blazor.Models;

/// <summary>What two models' makings differ in.</summary>
/// <param name="Name">The option, e.g. <c>augmentation.rotation</c>.</param>
/// <param name="Left">The first model's value; null where it has none.</param>
/// <param name="Right">The second model's value; null where it has none.</param>
public sealed record RecipeDifference(string Name, string? Left, string? Right);
