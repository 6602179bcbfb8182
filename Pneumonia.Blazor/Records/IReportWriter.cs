using Pneumonia.Blazor.Diagnosing;

namespace Pneumonia.Blazor.Records;

/// <summary>Writes reports: one HTML file that needs nothing else and prints to one page of A4.</summary>
public interface IReportWriter
{
    /// <summary>A report.</summary>
    Task<StoredImage> WriteAsync(Report report);

    /// <summary>What stands in the place of a report that cannot be had.</summary>
    /// <param name="studyId">The study.</param>
    /// <param name="fault">What went wrong; null where nobody has read the study, and readers are asked first.</param>
    Task<StoredImage> RefuseAsync(string studyId, string? fault);
}
