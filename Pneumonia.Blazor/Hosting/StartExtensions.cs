using Microsoft.Extensions.Options;
using Pneumonia.Core;

namespace Pneumonia.Blazor.Hosting;

internal static class StartExtensions
{
    /// <summary>Checks the settings, prepares the store and serves until the end. </summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UserException">The operator can mend it.</exception>
    public static async Task<int> ServeAsync(this WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<TelemetryOptions>().Check();
            _ = app.Services.GetRequiredService<IOptions<RequestLocalizationOptions>>().Value;
            await app.Services.PrepareStorageAsync();
        }
        catch (UserException)
        {
            await app.DisposeAsync();
            throw;
        }

        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"PneumoniaML is ready: {string.Join(", ", app.Urls)}"));
        await app.RunAsync();
        return 0;
    }
}
