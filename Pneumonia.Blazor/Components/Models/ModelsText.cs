namespace Pneumonia.Blazor.Components.Models;

/// <summary>Names the resource file that the texts on a model, its figures and its making live in.</summary>
public sealed class ModelsText;
