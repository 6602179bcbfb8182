namespace Pneumonia.Blazor.Storage.Registry;

/// <summary>Where a model came from.</summary>
public enum ModelOrigin
{
    /// <summary>It lay at <c>Model:Path</c>.</summary>
    File,

    /// <summary>Somebody uploaded it.</summary>
    Upload,

    /// <summary>It was trained here.</summary>
    Training,
}
