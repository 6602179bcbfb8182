using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Pneumonia.Tests.Storage;

/// <summary>A PostgreSQL server of the tests' own, in a temporary folder and on a free port, started with the first database.</summary>
public sealed class PostgresServer : IDisposable
{
    // PostgreSQL refuses to run as root.
    private const string Account = "postgres";

    private readonly string _folder = Directory.CreateTempSubdirectory("pneumonia-postgres-").FullName;
    private readonly Lazy<int> _port;

    public PostgresServer() => _port = new Lazy<int>(Start);

    /// <summary>Folder of its programs, the newest; null where it is not installed.</summary>
    public static string? Binaries { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql")
            .OrderByDescending(version => int.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Select(version => Path.Combine(version, "bin"))
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;

    private string Cluster => Path.Combine(_folder, "cluster");

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public string CreateDatabase()
    {
        var name = $"test_{Guid.NewGuid():N}";
        Execute($"CREATE DATABASE {name}");
        return ConnectionTo(name);
    }

    /// <summary>Takes a database away under those who use it.</summary>
    public void DropDatabase(string connectionString) =>
        Execute($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");

    public void Dispose()
    {
        if (_port.IsValueCreated)
        {
            Run("pg_ctl", "stop", "--pgdata", Cluster, "--mode", "immediate", "--silent");
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Run(string program, params string[] arguments)
    {
        string[] command = [Path.Combine(Binaries!, program), .. arguments];
        Start(Environment.IsPrivilegedProcess ? ["runuser", "-u", Account, "--", .. command] : command);
    }

    private static void Start(string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/",
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', command)}: {output.Result} {error.Result}");
    }

    private int Start()
    {
        if (Environment.IsPrivilegedProcess)
        {
            Start(["chown", Account, _folder]);
        }

        var free = FreePort();
        Run("initdb", "--pgdata", Cluster, "--username", Account, "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync");
        Run("pg_ctl", "start", "--pgdata", Cluster, "--wait", "--silent", "--log", Path.Combine(_folder, "log"),
            "--options", $"-p {free} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=off");
        return free;
    }

    private string ConnectionTo(string database) =>
        $"Host=127.0.0.1;Port={_port.Value};Username={Account};Database={database};Timeout=5";

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection($"{ConnectionTo("postgres")};Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
