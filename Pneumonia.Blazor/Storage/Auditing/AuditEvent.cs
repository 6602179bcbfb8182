namespace Pneumonia.Blazor.Storage.Auditing;

/// <summary>Something that was done.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Action">One of <see cref="AuditActions"/>.</param>
/// <param name="Subject">Identifier of what it was done to.</param>
/// <param name="Details">More, without anything of a patient; null where there is none.</param>
public sealed record AuditEvent(DateTimeOffset At, string Action, string Subject, string? Details);
