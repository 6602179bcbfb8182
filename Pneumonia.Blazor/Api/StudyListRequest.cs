using System.Text.Json;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Model.Serving;

namespace Pneumonia.Blazor.Api;

/// <summary>What may be asked of the list of studies, as it stands in the address. Text, so that whatever is wrong with it is told in a
/// sentence.</summary>
internal sealed record StudyListRequest(
    string? Cursor, string? Limit, string? Sort, string? Status, string? Verdict, string? Triage, string? Text)
{
    /// <exception cref="RequestRefusedException">A value is none.</exception>
    public StudyQuery ToQuery()
    {
        var sort = Parse<StudySort>("sort", Sort) ?? StudySort.Time;
        var after = Cursor is null ? null : StudyCursor.Parse(Cursor) is { } cursor && cursor.Sort == sort
            ? cursor
            : throw Refuse("The cursor is none of this list's; start again without it.");
        return new StudyQuery
        {
            Sort = sort,
            Status = Parse<StudyStatus>("status", Status),
            Verdict = Verdict,
            Triage = Parse<Triage>("triage", Triage),
            Text = Text,
            After = after,
            Limit = Limit is null ? new StudyQuery().Limit : int.TryParse(Limit, out var limit) && limit is >= 1 and <= StudyQuery.MostPerPage
                ? limit
                : throw Refuse($"limit is a number from 1 to {StudyQuery.MostPerPage}."),
        };
    }

    private static TEnum? Parse<TEnum>(string name, string? text)
        where TEnum : struct, Enum
    {
        var known = Enum.GetValues<TEnum>();
        return text is null ? null : known.Any(value => Word(value) == text)
            ? known.First(value => Word(value) == text)
            : throw Refuse($"{name} is one of {string.Join(", ", known.Select(Word))}.");

        static string Word(TEnum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
    }

    private static RequestRefusedException Refuse(string sentence) => new(StatusCodes.Status400BadRequest, sentence);
}
