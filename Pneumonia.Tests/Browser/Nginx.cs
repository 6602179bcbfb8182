using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Pneumonia.Tests.Browser;

/// <summary>An nginx that hands on what is asked for below <c>/pneumonia/</c>, with the configuration that <c>docs/operations.md</c> shows.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    public const string Executable = "/usr/sbin/nginx";

    private const string Placeholder = "http://127.0.0.1:5080";

    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;

    /// <summary>Starts it, and waits until it listens.</summary>
    /// <param name="app">The app that it stands before.</param>
    public Nginx(Uri app)
    {
        var port = FreePort();
        Address = new Uri($"http://127.0.0.1:{port}/pneumonia/");
        var configuration = Path.Combine(_folder.Path, "nginx.conf");
        File.WriteAllText(configuration, $$"""
            daemon off;
            pid {{_folder.Path}}/nginx.pid;
            error_log {{_folder.Path}}/error.log;
            events { }
            http {
              access_log off;
              client_body_temp_path {{_folder.Path}}/body;
              proxy_temp_path {{_folder.Path}}/proxy;
              fastcgi_temp_path {{_folder.Path}}/fastcgi;
              uwsgi_temp_path {{_folder.Path}}/uwsgi;
              scgi_temp_path {{_folder.Path}}/scgi;
              server {
                listen 127.0.0.1:{{port}};
            {{Documented().Replace(Placeholder, app.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)}}
              }
            }
            """);
        _process = Process.Start(Executable, ["-p", _folder.Path, "-c", configuration]);
        while (!Listens(port))
        {
            if (_process.WaitForExit(TimeSpan.FromMilliseconds(20)))
            {
                throw new InvalidOperationException(File.ReadAllText(Path.Combine(_folder.Path, "error.log")));
            }
        }
    }

    /// <summary>Where the app is found through it.</summary>
    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    // The first block of that language, so that what administrators copy is what was tried.
    private static string Documented() => File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "operations.md"))
        .Split("```nginx\n")[1].Split("```")[0];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool Listens(int port)
    {
        try
        {
            using var client = new TcpClient("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
