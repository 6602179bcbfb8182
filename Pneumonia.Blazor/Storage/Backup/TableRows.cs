using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Pneumonia.Blazor.Storage.Databases;

namespace Pneumonia.Blazor.Storage.Backup;

/// <summary>Rows of a table as JSON lines, the same from SQLite and PostgreSQL, so that one can be restored into the other.</summary>
internal static partial class TableRows
{
    /// <summary>The tables and their keys, in an order in which they can be filled.</summary>
    public static readonly IReadOnlyList<(string Name, string Key)> Tables =
    [
        ("models", "version"), ("model_events", "id"), ("studies", "id"), ("readings", "id"), ("corrections", "id"), ("notes", "id"),
        ("jobs", "id"), ("job_files", "id"), ("idempotency_keys", "key"), ("audit_events", "id"), ("training_runs", "id"),
    ];

    public static BackupTable Write(Database database, DbTransaction transaction, string table, Stream target)
    {
        var key = Tables.Single(known => known.Name == table).Key;
        using var sha = SHA256.Create();
        using var hashed = new CryptoStream(target, sha, CryptoStreamMode.Write, leaveOpen: true);
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT * FROM {table} ORDER BY {key}{database.ByteOrder}";
        using var reader = command.ExecuteReader();
        var rows = 0L;
        for (; reader.Read(); rows++)
        {
            using (var json = new Utf8JsonWriter(hashed))
            {
                WriteRow(json, reader);
            }

            hashed.Write("\n"u8);
        }

        hashed.FlushFinalBlock();
        return new BackupTable(table, rows, Convert.ToHexStringLower(sha.Hash!));
    }

    /// <exception cref="InvalidDataException">A line is not a row of the table.</exception>
    public static async Task InsertAsync(DbTransaction transaction, string table, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            using var row = JsonDocument.Parse(line);
            var parameters = new DynamicParameters();
            var columns = row.RootElement.EnumerateObject().Select(property => property.Name).ToList();
            if (!columns.All(column => ColumnName().IsMatch(column)))
            {
                throw new InvalidDataException($"table {table} has a column whose name is none");
            }

            foreach (var property in row.RootElement.EnumerateObject())
            {
                parameters.Add(property.Name, ValueOf(property.Value));
            }

            await transaction.Connection!.ExecuteAsync(
                $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => $"@{column}"))})",
                parameters,
                transaction);
        }
    }

    private static void WriteRow(Utf8JsonWriter json, DbDataReader reader)
    {
        json.WriteStartObject();
        for (var i = 0; i < reader.FieldCount; i++)
        {
            json.WritePropertyName(reader.GetName(i));
            switch (reader.GetValue(i))
            {
                case DBNull: json.WriteNullValue(); break;
                case string text: json.WriteStringValue(text); break;
                case double number: json.WriteNumberValue(number); break;
                case var number: json.WriteNumberValue(Convert.ToInt64(number)); break;
            }
        }

        json.WriteEndObject();
    }

    private static object? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.GetDouble(),
        _ => throw new InvalidDataException("a row holds something that no column can"),
    };

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex ColumnName();
}
