using Dapper;
using Pneumonia.Blazor.Storage.Databases;

namespace Pneumonia.Blazor.Monitoring.Drift;

/// <summary>Reads how the studies looked that came in.</summary>
public sealed class ArrivalStore(Database database)
{
    // At most so many are held against a reference; more would tell no more.
    private const int Most = 50_000;

    /// <summary>Studies since a time, newest first; phantoms are none.</summary>
    /// <exception cref="Storage.StorageException">The database does not answer.</exception>
    public Task<IReadOnlyList<ArrivedStudy>> SinceAsync(DateTimeOffset since) => database.ReadAsync(async connection =>
        (IReadOnlyList<ArrivedStudy>)[.. (await connection.QueryAsync<Row>(
            """
            SELECT received_at AS ReceivedAt, model, score, width, height, brightness, contrast, sharpness FROM studies
            WHERE received_at >= @Since AND synthetic = 0 ORDER BY received_at DESC, id DESC LIMIT @Most
            """,
            new { Since = since.ToUnixTimeMilliseconds(), Most }))
            .Select(row => new ArrivedStudy(
                DateTimeOffset.FromUnixTimeMilliseconds(row.ReceivedAt), row.Model, row.Score, row.Width, row.Height, row.Brightness,
                row.Contrast, row.Sharpness))]);

    private sealed class Row
    {
        public long ReceivedAt { get; init; }

        public string Model { get; init; } = string.Empty;

        public double Score { get; init; }

        public int Width { get; init; }

        public int Height { get; init; }

        public double? Brightness { get; init; }

        public double? Contrast { get; init; }

        public double? Sharpness { get; init; }
    }
}
