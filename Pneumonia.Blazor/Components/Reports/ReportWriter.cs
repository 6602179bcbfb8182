using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Records;

namespace Pneumonia.Blazor.Components.Reports;

/// <summary>Renders reports on the server.</summary>
public sealed class ReportWriter(IServiceProvider services, ILoggerFactory loggers, TimeProvider clock) : IReportWriter
{
    public Task<StoredImage> WriteAsync(Report report) => RenderAsync<ReportSheet>(new()
    {
        [nameof(ReportSheet.Report)] = report,
        [nameof(ReportSheet.Written)] = clock.GetUtcNow(),
    });

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
