using Dapper;

namespace Pneumonia.Blazor.Storage.Studies;

/// <summary>The worklist's SQL: rows are compared as wholes, so that an index leads straight to the page.</summary>
internal static class StudySql
{
    public static (string Sql, DynamicParameters Parameters) Page(StudyQuery query)
    {
        var (conditions, parameters) = Filter(query);
        var (after, order) = Order(query.Sort);
        parameters.Add("Most", query.Limit + 1);
        if (query.After is { } cursor)
        {
            conditions.Add(after);
            parameters.AddDynamicParams(new { AfterUrgency = cursor.Urgency, cursor.ReceivedAt, cursor.Score, cursor.Id });
        }

        return ($"SELECT {StudyRow.Columns} FROM studies {Where(conditions)} ORDER BY {order} LIMIT @Most", parameters);
    }

    /// <summary>How many studies there are on all pages.</summary>
    public static (string Sql, DynamicParameters Parameters) Count(StudyQuery query)
    {
        var (conditions, parameters) = Filter(query);
        return ($"SELECT COUNT(*) FROM studies {Where(conditions)}", parameters);
    }

    private static (List<string> Conditions, DynamicParameters Parameters) Filter(StudyQuery query)
    {
        var (conditions, parameters) = (new List<string>(), new DynamicParameters());
        Add("status = @Status", "Status", query.Status is { } status ? DatabaseText.Of(status) : null);
        Add("urgency = @Urgency", "Urgency", (int?)query.Urgency);
        Add("refused = @Refused", "Refused", query.Refused is { } refused ? refused ? 1 : 0 : null);
        Add("verdict = @Verdict", "Verdict", query.Verdict);
        Add("triage = @Triage", "Triage", query.Triage is { } triage ? DatabaseText.Of(triage) : null);
        Add("received_at >= @From", "From", query.From?.ToUnixTimeMilliseconds());
        Add("received_at < @Until", "Until", query.Until?.ToUnixTimeMilliseconds());
        Add("search_text LIKE @Pattern ESCAPE '\\'", "Pattern", string.IsNullOrWhiteSpace(query.Text) ? null : Pattern(query.Text));
        return (conditions, parameters);

        void Add(string condition, string name, object? value)
        {
            if (value is not null)
            {
                conditions.Add(condition);
                parameters.Add(name, value);
            }
        }
    }

    private static string Where(List<string> conditions) =>
        conditions.Count == 0 ? string.Empty : $"WHERE {string.Join(" AND ", conditions)}";

    private static (string After, string Order) Order(StudySort sort) => sort switch
    {
        StudySort.Urgency => ("(urgency, received_at, id) > (@AfterUrgency, @ReceivedAt, @Id)", "urgency, received_at, id"),
        StudySort.Time => ("(received_at, id) < (@ReceivedAt, @Id)", "received_at DESC, id DESC"),
        StudySort.Score => ("(score, id) < (@Score, @Id)", "score DESC, id DESC"),
        _ => throw new ArgumentOutOfRangeException(nameof(sort)),
    };

    private static string Pattern(string text) => "%" + text.Trim().ToLowerInvariant()
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal) + "%";
}
