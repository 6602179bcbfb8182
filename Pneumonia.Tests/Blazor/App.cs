using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.ReadingRoom;
using Pneumonia.Blazor.Serving;
using Pneumonia.Core.Serving;

namespace Pneumonia.Tests.Blazor;

/// <summary>The app with a model file of its own. The fake loader takes the loader's place unless a real zip is given.</summary>
public sealed class App : WebApplicationFactory<SessionImages>
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("pneumonia-app-").FullName;

    /// <summary>A real model zip to serve; null for the fake model.</summary>
    public string? ModelZip { get; init; }

    /// <summary>Whether the fake model is there from the start.</summary>
    public bool HasModel { get; init; } = true;

    /// <summary>Loads the model file where it is no real zip.</summary>
    internal IModelLoader Loader { get; init; } = new FakeModelLoader();

    /// <summary>Folder of what the app stores.</summary>
    public string Data { get => field ?? Path.Combine(_folder, "data"); init; }

    /// <summary>Folder below which data sets may be trained on; null for none.</summary>
    public string? DataRoot { get; init; }

    /// <summary>PostgreSQL to store in; null for SQLite.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Whether the app keeps what is uploaded on the page.</summary>
    public bool KeepUploads { get; init; } = true;

    /// <summary>Further settings.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Whether an empty store begins with the synthetic samples.</summary>
    public bool Samples { get; init; }

    /// <summary>Setting <c>Language</c>.</summary>
    public string Language { get; init; } = "en";

    public string ModelFile => ModelZip ?? Path.Combine(_folder, "pneumonia.zip");

    /// <summary>Puts a fake model, or a broken one, where the app looks for its model.</summary>
    public void PutModel(string name)
    {
        var temporary = ModelFile + ".tmp";
        File.WriteAllText(temporary, name);
        File.Move(temporary, ModelFile, overwrite: true);
    }

    /// <summary>Waits until a model is in service.</summary>
    /// <param name="name">Its name; null for any.</param>
    public async Task UntilLiveAsync(string? name = null)
    {
        var live = Services.GetRequiredService<LiveModel>();
        var came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        live.Changed += Look;
        Look();
        await came.Task.WaitAsync(s_patience);
        live.Changed -= Look;

        void Look()
        {
            if (live.Information is { } information && information.Manifest.Name == (name ?? information.Manifest.Name))
            {
                came.TrySetResult();
            }
        }
    }

    /// <summary>Serves on a port of the loopback interface.</summary>
    /// <param name="port">The port; 0 for any that is free.</param>
    public Uri Listen(int port = 0)
    {
        UseKestrel(port);
        StartServer();
        return ClientOptions.BaseAddress;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (ModelZip is null && HasModel)
        {
            PutModel("pneumonia");
        }

        builder.UseSetting("Model:Path", ModelFile);
        builder.UseSetting("Storage:Path", Data);
        builder.UseSetting("Storage:ConnectionString", ConnectionString);
        builder.UseSetting("Storage:KeepUploads", KeepUploads.ToString());
        builder.UseSetting("Training:DataRoots:0", DataRoot ?? string.Empty);
        builder.UseSetting("Storage:Samples", Samples.ToString());
        builder.UseSetting("Language", Language);
        builder.UseSetting("Training:Niceness", "0");
        builder.UseSetting("Urls", null);
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(TestClock.Instance));
        if (ModelZip is null)
        {
            builder.ConfigureTestServices(services =>
                services.AddSingleton(Loader));
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);

        // Called by Dispose as well as by DisposeAsync.
        if (disposing && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
