using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using MudBlazor;
using MudBlazor.Services;
using Pneumonia.Blazor.Texts;

namespace Pneumonia.Blazor.Hosting;

internal static class UserInterfaceExtensions
{
    public static IServiceCollection AddUserInterface(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();

        // The styles of the components are 600 kB of text, and nothing is seen before they are there.
        services.AddResponseCompression().Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);

        return services.AddTransient<MudLocalizer, MudTexts>().AddMudServices(configuration =>
        {
            // What can be taken back is offered for longer than it takes to read.
            configuration.SnackbarConfiguration.VisibleStateDuration = 8000;
            configuration.SnackbarConfiguration.NormalIcon = Icons.Material.Filled.Done;
        });
    }
}
