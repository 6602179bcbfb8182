using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Pneumonia.Blazor.Components.Reports;
using Pneumonia.Blazor.Diagnosing;

namespace Pneumonia.Blazor.Reporting;

/// <summary>Writes reports: one HTML file that needs nothing else and prints to one page of A4.</summary>
public sealed class ReportWriter(IServiceProvider services, ILoggerFactory loggers, ImageStore images, TimeProvider clock)
{
    /// <summary>The report on a study as it stands when it is fetched.</summary>
    /// <exception cref="InvalidOperationException">The study has no answer.</exception>
    public async Task<StoredImage> WriteAsync(Study study, CancellationToken cancellation)
    {
        var overlay = study.OverlayId is { } id && images.Find(id) is { } make ? await make(cancellation) : null;
        return await WriteAsync(new Report
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

    public Task<StoredImage> WriteAsync(Report report) => RenderAsync<ReportSheet>(new()
    {
        [nameof(ReportSheet.Report)] = report,
        [nameof(ReportSheet.Written)] = clock.GetUtcNow(),
    });

    /// <summary>What stands in the place of a report that cannot be had.</summary>
    /// <param name="studyId">The study.</param>
    /// <param name="fault">What went wrong; null where nobody has read the study, and readers are asked first.</param>
    public Task<StoredImage> RefuseAsync(string studyId, string? fault) => RenderAsync<ReportRefusal>(new()
    {
        [nameof(ReportRefusal.StudyId)] = studyId,
        [nameof(ReportRefusal.Fault)] = fault,
    });

    private async Task<StoredImage> RenderAsync<TPage>(Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return new StoredImage(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8");
    }
}
