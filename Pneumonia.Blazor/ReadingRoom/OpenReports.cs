using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Records;

namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>Reports on the studies of an open tab, as its reader sees them.</summary>
public sealed class OpenReports(IReportWriter writer, SessionImages images)
{
    /// <summary>The report on a study as it stands when it is fetched.</summary>
    /// <exception cref="InvalidOperationException">The study has no answer.</exception>
    public async Task<StoredImage> WriteAsync(Study study, CancellationToken cancellation)
    {
        var overlay = study.OverlayId is { } id && images.Find(id) is { } make ? await make(cancellation) : null;
        return await writer.WriteAsync(new Report
        {
            Name = study.Name,
            Synthetic = study.Synthetic,
            Patient = study.Stored?.Patient,
            Received = study.Stored?.Received,
            Diagnosis = study.Diagnosis ?? throw new InvalidOperationException("There is nothing to report."),
            Overlay = overlay,
            OverlayExplainsLittle = study.Explanation?.Measured is { } measured ? !measured.Quality.Reliable : null,
            Record = study.Record,
        });
    }
}
