using System.Net;
using Pneumonia.Core;

namespace Pneumonia.Blazor.Hosting;

/// <summary>Section <c>Proxy</c> of the settings: how the app is reached through a reverse proxy.</summary>
internal sealed class ProxyOptions
{
    /// <summary>Path below which the app is reached, such as <c>/pneumonia</c>; empty: it has its address to itself. A proxy that is
    /// believed may tell it by <c>X-Forwarded-Prefix</c> as well.</summary>
    public string PathBase { get; set; } = "";

    /// <summary>Networks of the proxies that are believed when they tell scheme, host, client and prefix, such as <c>10.0.0.0/8</c>.
    /// Nobody else is; none: nobody is.</summary>
    public string[] Networks { get; set; } = [];

    /// <summary>The path, as the framework wants it.</summary>
    /// <exception cref="UserException">It is none.</exception>
    public PathString Path() => PathBase.Trim('/') is not { Length: > 0 } path ? PathString.Empty
        : PathBase.StartsWith('/') && !path.Contains("//", StringComparison.Ordinal) && path.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-' or '_' or '.')
            ? new PathString($"/{path}")
            : throw new UserException($"Proxy:PathBase {PathBase}: it is no path such as /pneumonia.");

    /// <summary>The networks.</summary>
    /// <exception cref="UserException">One is none.</exception>
    public IReadOnlyList<IPNetwork> Trusted() =>
        [.. Networks.Select(text => IPNetwork.TryParse(text, out var network) ? network : throw new UserException($"Proxy:Networks {text}: it is no network such as 10.0.0.0/8."))];
}
