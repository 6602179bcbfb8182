namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>Section <c>Diagnosis</c> of the configuration.</summary>
public sealed class DiagnosisOptions
{
    public const string Section = "Diagnosis";

    /// <summary>Whether readers are asked for their own reading before they see the model's answer, until they choose otherwise.</summary>
    public bool BlindReading { get; set; }
}
