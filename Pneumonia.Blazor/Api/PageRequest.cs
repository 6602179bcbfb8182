using System.ComponentModel;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core.Numbers;

namespace Pneumonia.Blazor.Api;

/// <summary>Which part of a list is asked for. Text, so that whatever is wrong with it is told in a sentence.</summary>
internal sealed record PageRequest(
    [property: Description("Where the page before ended: its 'next'.")] string? Cursor,
    [property: Description("Most entries of the page, 1 to 200; 50 without it.")] string? Limit)
{
    public static RequestRefusedException WrongCursor() => new(
        StatusCodes.Status400BadRequest, "The cursor is none of this list's; start again without it.");

    public static int ReadLimit(string? text) =>
        text is null ? new StudyQuery().Limit
        : StrictNumber.TryRead(text, NumberLimits.Between(1, StudyQuery.MostPerPage), out int limit, out _) ? limit
        : throw new RequestRefusedException(
            StatusCodes.Status400BadRequest, $"limit is a number from 1 to {StudyQuery.MostPerPage}.");

    public int ReadLimit() => ReadLimit(Limit);

    /// <summary>The cursor of a list that is paged by identifier; null for the first page.</summary>
    public string? ReadIdentifier() => Cursor is null || Guid.TryParseExact(Cursor, "N", out _) ? Cursor : throw WrongCursor();

    /// <summary>The part of a short list that was asked for. A cursor is the key of the last entry before the page.</summary>
    /// <returns>The page, and the next one's cursor.</returns>
    public (IReadOnlyList<T> Page, string? Next) Of<T>(IReadOnlyList<T> all, Func<T, int, string> key)
    {
        var keys = all.Select(key).ToList();
        var start = Cursor is null ? 0 : keys.IndexOf(Cursor) + 1;
        if (Cursor is not null && start == 0)
        {
            throw WrongCursor();
        }

        var page = all.Skip(start).Take(ReadLimit()).ToList();
        return (page, start + page.Count < all.Count ? keys[start + page.Count - 1] : null);
    }
}
