using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Pneumonia.Blazor.Hosting;

/// <summary>The app behind a reverse proxy, and below a path of its own.</summary>
internal static class ProxyExtensions
{
    public static IServiceCollection AddProxy(this IServiceCollection services, IConfiguration configuration)
    {
        var proxy = configuration.Settings<ProxyOptions>("Proxy");
        var (path, trusted) = (proxy.Path(), proxy.Trusted());
        services.AddSingleton(proxy);
        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = trusted.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.All;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in trusted)
            {
                options.KnownIPNetworks.Add(network);
            }
        });
    }

    /// <summary>Before whatever looks at an address. The prefix comes off whether the proxy took it away or left it.</summary>
    public static void UseProxy(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.Use((context, next) =>
        {
            // A proxy that tells the prefix and leaves it in the path as well.
            var request = context.Request;
            if (request.PathBase.HasValue && request.Path.StartsWithSegments(request.PathBase, out var rest))
            {
                request.Path = rest;
            }

            return next(context);
        });

        app.UsePathBase(app.Services.GetRequiredService<ProxyOptions>().Path());

        // Only now: routes are chosen by what is left.
        app.UseRouting();
    }
}
