using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Pneumonia.Blazor.Storage.Studies;

/// <summary>A place in a worklist: the keys of the last study before it. Studies that come in meanwhile shift nothing.</summary>
public sealed record StudyCursor(StudySort Sort, int Urgency, long ReceivedAt, double Score, string Id)
{
    private const char Separator = '|';

    public static StudyCursor After(StudySort sort, StoredStudy study) =>
        new(sort, (int)study.Urgency, study.Received.ToUnixTimeMilliseconds(), study.Score, study.Id);

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static StudyCursor? Parse(string text)
    {
        if (!Base64Url.IsValid(text))
        {
            return null;
        }

        var invariant = CultureInfo.InvariantCulture;
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator) is [var sort, var urgency, var at, var score, var id]
            && Enum.TryParse<StudySort>(sort, out var parsedSort) && Enum.IsDefined(parsedSort)
            && int.TryParse(urgency, invariant, out var parsedUrgency)
            && long.TryParse(at, invariant, out var parsedAt)
            && double.TryParse(score, invariant, out var parsedScore) && double.IsFinite(parsedScore)
            && Guid.TryParseExact(id, "N", out _)
            ? new StudyCursor(parsedSort, parsedUrgency, parsedAt, parsedScore, id)
            : null;
    }

    /// <summary>The cursor as it travels in an address.</summary>
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        string.Join(Separator, Sort, Urgency, ReceivedAt, Score.ToString("R", CultureInfo.InvariantCulture), Id)));
}
