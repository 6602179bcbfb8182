using System.Globalization;
using System.Text;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Studies;

namespace Pneumonia.Blazor.Worklists;

/// <summary>A worklist as comma-separated values (RFC 4180), for spreadsheets: a byte order mark, so that they see UTF-8, and no cell that
/// they would take for a formula.</summary>
internal static class WorklistCsv
{
    private static readonly string[] s_header =
    [
        "id", "received", "status", "urgency", "patient", "file", "synthetic", "verdict", "probability", "threshold", "triage", "refused", "model",
    ];

    private const string Hidden = "hidden until read";

    /// <summary>Writes all studies that a query asks for, page by page; for those who read blind, without the model's answer for what nobody
    /// has read yet.</summary>
    public static async Task WriteAsync(IStudyStore studies, StudyQuery query, bool blind, Stream target)
    {
        await using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(Line(s_header));
        for (StudyQuery? next = (blind ? BlindWorklist.Ask(query) : query) with { After = null, Limit = StudyQuery.MostPerPage }; next is not null;)
        {
            var page = await studies.ListAsync(next);
            foreach (var study in page.Studies)
            {
                await writer.WriteAsync(Line(Cells(study, blind && BlindWorklist.Hides(study))));
            }

            await writer.FlushAsync();
            next = page.Next is null ? null : next with { After = page.Next };
        }
    }

    private static IEnumerable<string?> Cells(StoredStudy study, bool hidden) =>
    [
        study.Id,
        study.Received.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        study.Status.ToString().ToLowerInvariant(),
        hidden ? null : study.Urgency.ToString().ToLowerInvariant(),
        study.Patient,
        study.FileName,
        study.Synthetic ? "yes" : "no",
        hidden ? Hidden : study.Verdict,
        hidden ? null : study.Score.ToString("0.0000", CultureInfo.InvariantCulture),
        study.Threshold.ToString("0.0000", CultureInfo.InvariantCulture),
        !hidden && study.Triage is { } triage ? DatabaseText.Of(triage) : null,
        study.Refused ? "yes" : "no",
        study.Model,
    ];

    private static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    // An apostrophe makes a spreadsheet take for text what begins like a formula (OWASP, CSV injection).
    private static string Cell(string? text)
    {
        var safe = text is [('=' or '+' or '-' or '@' or '\t' or '\r' or '\n'), ..] ? "'" + text : text ?? string.Empty;
        return !safe.Any(c => c is ',' or ';' or '"' or '\'' or < ' ') ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
