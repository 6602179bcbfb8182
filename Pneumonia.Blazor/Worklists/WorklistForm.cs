using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core.Judging;

namespace Pneumonia.Blazor.Worklists;

/// <summary>What a worklist shows, as the fields of a form: a text that is looked for may be a patient's name, and must not stand in an
/// address.</summary>
internal sealed record WorklistForm
{
    /// <summary>The one field that must be there.</summary>
    public StudySort? Sort { get; init; }

    public StudyStatus? Status { get; init; }

    public Urgency? Urgency { get; init; }

    public bool? Refused { get; init; }

    public Triage? Triage { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Until { get; init; }

    public string? Text { get; init; }

    /// <summary>Whether it is for somebody who reads blind.</summary>
    public bool Blind { get; init; }

    /// <summary>What is asked for.</summary>
    /// <exception cref="BadHttpRequestException">A field is missing, or has a value that is none.</exception>
    public StudyQuery ToQuery() => new()
    {
        Sort = Known(Sort) ?? throw new BadHttpRequestException("The field Sort is missing."),
        Status = Known(Status), Urgency = Known(Urgency), Refused = Refused, Triage = Known(Triage), From = From, Until = Until,
        Text = Text?.Contains('\0') == true ? throw new BadHttpRequestException("A text holds no character NUL.") : Text,
    };

    // The framework takes any number for one of the words.
    private static TEnum? Known<TEnum>(TEnum? value)
        where TEnum : struct, Enum => value is not { } given || Enum.IsDefined(given) ? value : throw new BadHttpRequestException($"{given} is none of the words.");

    /// <summary>The fields that say what a query asks for, and for whom.</summary>
    public static IEnumerable<(string Name, string Value)> Fields(StudyQuery query, bool blind)
    {
        (string, object?)[] fields =
        [
            (nameof(Sort), query.Sort), (nameof(Status), query.Status), (nameof(Urgency), query.Urgency), (nameof(Refused), query.Refused),
            (nameof(Triage), query.Triage),
            (nameof(From), query.From?.ToString("O")), (nameof(Until), query.Until?.ToString("O")), (nameof(Text), query.Text),
            (nameof(Blind), blind),
        ];
        return fields.Where(field => field.Item2 is not null).Select(field => (field.Item1, field.Item2!.ToString()!));
    }
}
