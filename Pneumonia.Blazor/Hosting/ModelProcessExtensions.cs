using Microsoft.Extensions.DependencyInjection.Extensions;
using Pneumonia.Blazor.ModelProcess;
using Pneumonia.Core.Serving;

namespace Pneumonia.Blazor.Hosting;

internal static class ModelProcessExtensions
{
    /// <summary>The program that trains and computes gradients, and what explains by it.</summary>
    public static IServiceCollection AddModelProcess(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = configuration.Settings<ModelOptions>(ModelOptions.Section);
        var configured = string.IsNullOrWhiteSpace(options.Program) ? null : Path.GetFullPath(options.Program, environment.ContentRootPath);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IGradientExplainer>(provider => new ProcessGradientExplainer(
            provider.GetRequiredService<ModelProgram>(), provider.GetRequiredService<TimeProvider>(), Path.GetTempPath()));
        return services.AddSingleton(new ModelProgram(configured, AppContext.BaseDirectory, ModelProgram.Built));
    }
}
