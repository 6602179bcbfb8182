using Pneumonia.Blazor.Api;
using Pneumonia.Blazor.Components;
using Pneumonia.Blazor.Hosting;
using Pneumonia.Blazor.Maintenance;

if (MaintenanceCommands.Understands(args))
{
    return await MaintenanceCommands.RunAsync(args);
}

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();

builder.Services.AddModelServing(builder.Configuration, builder.Environment);
builder.Services.AddStorage(builder.Configuration, builder.Environment);
builder.Services.AddStudyKeeping();
builder.Services.AddDiagnosis();
builder.Services.AddJobs(builder.Configuration);
builder.Services.AddReadiness();
builder.Services.AddAppMetrics();
builder.Services.AddRateLimits(builder.Configuration);
builder.Services.AddApi();
builder.Services.AddApiDescription();
builder.Services.AddUserInterface();

var app = builder.Build();

app.UseExceptionHandler("/error", createScopeForErrors: true);
app.UseStatusPages();
app.UseSecurityHeaders();
app.UseMetricsText();
app.UseRateLimiter();
app.UseApiDescription();
app.UseAntiforgery();

app.MapStaticAssets();
app.MapHealth();
app.MapApi();
app.MapImages();
app.MapModelFiles();
app.MapRazorComponents<App>()
    .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);

return await app.ServeAsync();
