using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Browser;

/// <summary>Chromium, and the app with the model that the repository ships.</summary>
public sealed class ShippedModel() : Chromium(new App { ModelZip = File })
{
    internal static string File { get; } = Path.Combine(RepositoryPaths.Root, "models", "pneumonia.zip");
}
