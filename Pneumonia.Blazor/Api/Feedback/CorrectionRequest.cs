using System.ComponentModel;
using Pneumonia.Blazor.Api.Idempotency;

namespace Pneumonia.Blazor.Api.Feedback;

/// <summary>What a study really shows, against the model's verdict.</summary>
internal sealed record CorrectionRequest(
    [property: Description("The class that it shows.")] string? Label,
    [property: Description("A remark, at most 4000 characters.")] string? Note) : IAsking
{
    IEnumerable<string?> IAsking.Asked => [Label, Note?.Trim()];
}
