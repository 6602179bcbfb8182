namespace Pneumonia.Blazor.Storage.Registry;

/// <summary>How a model came into service.</summary>
public enum ModelEventKind
{
    Promoted,
    RolledBack,
}
