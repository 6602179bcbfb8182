using System.Data.Common;
using Dapper;
using Pneumonia.Blazor.Storage.Databases;

namespace Pneumonia.Blazor.Storage.Auditing;

internal sealed class AuditLog(Database database, Identifiers identifiers) : IAuditLog
{
    public Task AddAsync(DbTransaction transaction, DateTimeOffset at, string action, string subject, string? details) =>
        transaction.Connection!.ExecuteAsync(
            "INSERT INTO audit_events (id, at, action, subject, details) VALUES (@Id, @At, @action, @subject, @details)",
            new { Id = identifiers.New(at), At = at.ToUnixTimeMilliseconds(), action, subject, details },
            transaction);

    public Task<IReadOnlyList<AuditEvent>> ListAsync(string? subject, int limit) => database.ReadAsync(async connection =>
        (IReadOnlyList<AuditEvent>)[.. (await connection.QueryAsync<Row>(
            $"""
            SELECT at, action, subject, details FROM audit_events {(subject is null ? string.Empty : "WHERE subject = @subject")}
            ORDER BY at DESC, id DESC LIMIT @limit
            """,
            new { subject, limit }))
            .Select(row => new AuditEvent(DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.Action, row.Subject, row.Details))]);

    private sealed class Row
    {
        public long At { get; init; }

        public string Action { get; init; } = string.Empty;

        public string Subject { get; init; } = string.Empty;

        public string? Details { get; init; }
    }
}
