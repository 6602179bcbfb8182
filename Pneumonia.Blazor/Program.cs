using Pneumonia.Blazor.Components;
using Pneumonia.Blazor.Hosting;
using Pneumonia.Blazor.Maintenance;
using Pneumonia.Blazor.Worklists;
using Pneumonia.Core;
using Pneumonia.Core.Memory;

if (MaintenanceCommands.Understands(args))
{
    return await MaintenanceCommands.RunAsync(args);
}

try
{
    NativeMemory.ReturnFreed();
    var builder = WebApplication.CreateBuilder(args);
    builder.WebHost.UseStaticWebAssets();

    builder.Services.AddProxy(builder.Configuration);
    builder.Services.AddModelProcess(builder.Configuration, builder.Environment);
    builder.Services.AddModelServing(builder.Configuration, builder.Environment);
    builder.Services.AddStorage(builder.Configuration, builder.Environment);
    builder.Services.AddStudyKeeping();
    builder.Services.AddTraining(builder.Configuration, builder.Environment);
    builder.Services.AddDiagnosis(builder.Configuration);
    builder.Services.AddMonitoring();
    builder.Services.AddJobs(builder.Configuration);
    builder.Services.AddReadiness();
    builder.Services.AddTelemetry(builder.Configuration);
    builder.Services.AddRateLimits(builder.Configuration);
    builder.Services.AddApi();
    builder.Services.AddApiDescription();
    builder.Services.AddTexts(builder.Configuration);
    builder.Services.AddUserInterface();

    var app = builder.Build();

    app.UseProxy();
    app.UseRequestLocalization();
    app.UseExceptionHandler("/error", createScopeForErrors: true);
    app.UseStatusPages();
    app.UseSecurityHeaders();
    app.RefuseNul();
    app.UseResponseCompression();
    app.UseMetrics();
    app.UseRateLimiter();
    app.UseApiDescription();
    app.UseAntiforgery();

    app.MapStaticAssets();
    app.MapHealth();
    app.MapApi();
    app.MapImages();
    app.MapUploads();
    app.MapModelUploads();
    app.MapReports();
    app.MapThumbnails();
    app.MapModelFiles();
    app.MapWorklistExport();
    app.MapRazorComponents<App>()
        .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);

    return await app.ServeAsync();
}
catch (UserException fault)
{
    await Console.Error.WriteLineAsync($"error: {fault.Message}");
    return 1;
}
