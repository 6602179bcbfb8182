using System.Data.Common;

namespace Pneumonia.Blazor.Storage.Auditing;

/// <summary>What was done, and when. Written by the stores in the transaction of the deed; nothing is ever changed or deleted.</summary>
public interface IAuditLog
{
    /// <summary>Records an event in the transaction of the deed.</summary>
    Task AddAsync(DbTransaction transaction, DateTimeOffset at, string action, string subject, string? details = null);

    /// <summary>The latest events, newest first.</summary>
    /// <param name="subject">Only those of one thing; null for all.</param>
    /// <param name="limit">Most events.</param>
    Task<IReadOnlyList<AuditEvent>> ListAsync(string? subject = null, int limit = 100);
}
