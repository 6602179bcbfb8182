using Pneumonia.Blazor.Api;
using Pneumonia.Blazor.Components;
using Pneumonia.Blazor.Hosting;
using Pneumonia.Blazor.Maintenance;
using Pneumonia.Blazor.Worklists;

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
builder.Services.AddReadiness();
builder.Services.AddApi();
builder.Services.AddTexts(builder.Configuration);
builder.Services.AddUserInterface();

var app = builder.Build();

app.UseExceptionHandler("/error", createScopeForErrors: true);
app.UseStatusPages();
app.UseSecurityHeaders();
app.UseRequestLocalization();
app.UseAntiforgery();

app.MapStaticAssets();
app.MapHealth();
app.MapApi();
app.MapImages();
app.MapWorklistExport();
app.MapRazorComponents<App>()
    .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);

return await app.ServeAsync();
