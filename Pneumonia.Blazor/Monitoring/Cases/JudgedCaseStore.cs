using Dapper;
using Pneumonia.Blazor.Storage.Databases;

namespace Pneumonia.Blazor.Monitoring.Cases;

/// <summary>Reads what clinicians have said of stored studies.</summary>
public sealed class JudgedCaseStore(Database database)
{
    /// <summary>Of every study the last blind reading, and apart from it the last correction or, without one, the last reading that was
    /// not blind; phantoms are left out, and corrections that were taken back.</summary>
    /// <exception cref="Storage.StorageException">The database does not answer.</exception>
    public Task<IReadOnlyList<JudgedCase>> ListAsync() => database.ReadAsync(async connection =>
        (IReadOnlyList<JudgedCase>)[.. (await connection.QueryAsync<Row>(
            """
            SELECT s.id, s.model, s.score, said.label, said.blind, said.corrected, said.at
            FROM (SELECT study_id, label, blind, 0 AS corrected, at, id FROM readings
                  UNION ALL
                  SELECT study_id, label, 0 AS blind, 1 AS corrected, at, id FROM corrections WHERE undone_at IS NULL) said
            JOIN studies s ON s.id = said.study_id AND s.synthetic = 0
            ORDER BY said.corrected, said.at, said.id
            """))
            .GroupBy(row => (row.Id, row.Blind))
            .Select(rows => rows.Last())
            .Select(row => new JudgedCase(row.Model, row.Score, row.Label, row.Blind != 0))]);

    private sealed class Row
    {
        public string Id { get; init; } = string.Empty;

        public string Model { get; init; } = string.Empty;

        public double Score { get; init; }

        public string Label { get; init; } = string.Empty;

        public int Blind { get; init; }
    }
}
