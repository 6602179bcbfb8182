using System.ComponentModel;
using Pneumonia.Blazor.Api.Idempotency;

namespace Pneumonia.Blazor.Api.Feedback;

/// <summary>A remark on a study.</summary>
internal sealed record NoteRequest([property: Description("The remark, 1 to 4000 characters.")] string? Text) : IAsking
{
    IEnumerable<string?> IAsking.Asked => [Text?.Trim()];
}
