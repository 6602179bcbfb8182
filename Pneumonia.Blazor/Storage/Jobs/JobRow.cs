namespace Pneumonia.Blazor.Storage.Jobs;

/// <summary>A job in the types that both databases share.</summary>
internal sealed class JobRow
{
    public string Id { get; init; } = string.Empty;

    public long ReceivedAt { get; init; }

    public long? CancelledAt { get; init; }

    public long Total { get; init; }

    public long Waiting { get; init; }

    public long Done { get; init; }

    public long Failed { get; init; }

    /// <summary>Selects jobs out of a table expression that has the columns of <c>jobs</c>.</summary>
    public static string Select(string source) =>
        $"""
        SELECT j.id, j.received_at AS ReceivedAt, j.cancelled_at AS CancelledAt, COUNT(*) AS Total,
            SUM(CASE f.state WHEN 'waiting' THEN 1 ELSE 0 END) AS Waiting,
            SUM(CASE f.state WHEN 'done' THEN 1 ELSE 0 END) AS Done, SUM(CASE f.state WHEN 'failed' THEN 1 ELSE 0 END) AS Failed
        FROM {source} j JOIN job_files f ON f.job_id = j.id
        GROUP BY j.id, j.received_at, j.cancelled_at ORDER BY j.id DESC
        """;

    public StoredJob ToJob() => new(
        Id,
        DateTimeOffset.FromUnixTimeMilliseconds(ReceivedAt),
        CancelledAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
        (int)Total,
        (int)Waiting,
        (int)Done,
        (int)Failed);
}
