namespace Pneumonia.Blazor.Monitoring.Cases;

/// <summary>A stored study of which a clinician has said what it shows.</summary>
/// <param name="Model">Name and short version of the model that answered.</param>
/// <param name="Score">The model's score.</param>
/// <param name="Label">The class that the clinician saw.</param>
/// <param name="Blind">Whether the clinician had not seen the model's answer.</param>
public sealed record JudgedCase(string Model, double Score, string Label, bool Blind);
