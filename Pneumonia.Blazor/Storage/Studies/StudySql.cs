using Dapper;

namespace Pneumonia.Blazor.Storage.Studies;

/// <summary>The worklist's SQL: rows are compared as wholes, so that an index leads straight to the page.</summary>
internal static class StudySql
{
    public static (string Sql, DynamicParameters Parameters) Page(StudyQuery query)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Most", query.Limit + 1);
        var (after, order) = Order(query.Sort);
        var conditions = new List<string>();
        if (query.Status is { } status)
        {
            conditions.Add("status = @Status");
            parameters.Add("Status", DatabaseText.Of(status));
        }

        if (query.Verdict is { } verdict)
        {
            conditions.Add("verdict = @Verdict");
            parameters.Add("Verdict", verdict);
        }

        if (query.Triage is { } triage)
        {
            conditions.Add("triage = @Triage");
            parameters.Add("Triage", DatabaseText.Of(triage));
        }

        if (!string.IsNullOrWhiteSpace(query.Text))
        {
            conditions.Add("search_text LIKE @Pattern ESCAPE '\\'");
            parameters.Add("Pattern", $"%{Escape(query.Text.Trim().ToLowerInvariant())}%");
        }

        if (query.After is { } cursor)
        {
            conditions.Add(after);
            parameters.AddDynamicParams(new { cursor.Urgency, cursor.ReceivedAt, cursor.Score, cursor.Id });
        }

        var where = conditions.Count == 0 ? string.Empty : $"WHERE {string.Join(" AND ", conditions)}";
        return ($"SELECT {StudyRow.Columns} FROM studies {where} ORDER BY {order} LIMIT @Most", parameters);
    }

    private static (string After, string Order) Order(StudySort sort) => sort switch
    {
        StudySort.Urgency => ("(urgency, received_at, id) > (@Urgency, @ReceivedAt, @Id)", "urgency, received_at, id"),
        StudySort.Time => ("(received_at, id) < (@ReceivedAt, @Id)", "received_at DESC, id DESC"),
        StudySort.Score => ("(score, id) < (@Score, @Id)", "score DESC, id DESC"),
        _ => throw new ArgumentOutOfRangeException(nameof(sort)),
    };

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}
