namespace Pneumonia.Blazor.Components.Viewing;

/// <summary>One thing that the viewer does.</summary>
/// <param name="Name">Its name: the key of its text, and what its button and the browser know it by.</param>
/// <param name="Group">What it is for.</param>
/// <param name="Icon">What its button shows; null where it has none.</param>
/// <param name="Keys">What does it on the keyboard, as browsers name keys; the first is the one that is told.</param>
internal sealed record ViewerAction(string Name, ActionGroup Group, string? Icon, params string[] Keys)
{
    /// <summary>The key as it is told: <c>P</c>.</summary>
    public string Key => Keys[0].ToUpperInvariant();
}
