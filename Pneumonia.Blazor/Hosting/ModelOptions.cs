namespace Pneumonia.Blazor.Hosting;

/// <summary>Section <c>Model</c> of the configuration.</summary>
public sealed class ModelOptions
{
    public const string Section = "Model";

    /// <summary>The operator's own model zip, which is read and never written; a relative path starts at the app's content root. A new file
    /// there comes into service, until another model is promoted: that one lies in the data folder and stays in service over restarts.</summary>
    public string Path { get; set; } = "../models/pneumonia.zip";

    /// <summary>Whether a new zip at <see cref="Path"/> is taken into service while the app runs.</summary>
    public bool Watch { get; set; } = true;

    /// <summary>The <c>Pneumonia.Model.dll</c> that trains and computes gradients; a relative path starts at the app's content root. Empty
    /// for the one beside the app, which publishing and building put there.</summary>
    public string Program { get; set; } = string.Empty;
}
