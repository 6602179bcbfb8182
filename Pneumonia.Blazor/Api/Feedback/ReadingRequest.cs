using System.ComponentModel;
using Pneumonia.Blazor.Api.Idempotency;

namespace Pneumonia.Blazor.Api.Feedback;

/// <summary>A clinician's own reading.</summary>
internal sealed record ReadingRequest(
    [property: Description("The class that the clinician sees.")] string? Label,
    [property: Description("Whether it was given before the model's answer was shown.")] bool Blind,
    [property: Description("A remark, at most 4000 characters.")] string? Note) : IAsking
{
    IEnumerable<string?> IAsking.Asked => [Label, $"{Blind}", Note?.Trim()];
}
