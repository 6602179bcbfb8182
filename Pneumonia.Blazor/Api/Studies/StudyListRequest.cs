using System.ComponentModel;
using System.Text.Json;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core;
using Pneumonia.Core.Judging;

namespace Pneumonia.Blazor.Api.Studies;

/// <summary>What may be asked of the list of studies, as it stands in the address. Text, so that whatever is wrong with it is told in a
/// sentence.</summary>
internal sealed record StudyListRequest(
    [property: Description("Where the page before ended: its 'next'.")] string? Cursor,
    [property: Description("Most studies of the page, 1 to 200; 50 without it.")] string? Limit,
    [property: Description("urgency, time or score; time without it.")] string? Sort,
    [property: Description("Only those that are new, read, corrected or refused.")] string? Status,
    [property: Description("Only those that the model took for this class.")] string? Verdict,
    [property: Description("Only those ruled in or out, or neither: ruleIn, ruleOut or cannotSay.")] string? Triage,
    [property: Description("Only those whose file name or patient contains this.")] string? Text)
{
    /// <exception cref="RequestRefusedException">A value is none.</exception>
    public StudyQuery ToQuery()
    {
        var sort = Parse<StudySort>("sort", Sort) ?? StudySort.Time;
        var after = Cursor is null ? null : StudyCursor.Parse(Cursor) is { } cursor && cursor.Sort == sort
            ? cursor
            : throw PageRequest.WrongCursor();
        return new StudyQuery
        {
            Sort = sort,
            Status = Parse<StudyStatus>("status", Status),
            Verdict = Verdict,
            Triage = Parse<Triage>("triage", Triage),
            Text = Text,
            After = after,
            Limit = PageRequest.ReadLimit(Limit),
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

    private static RequestRefusedException Refuse(UserText sentence) => new(StatusCodes.Status400BadRequest, sentence);
}
