using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Time.Testing;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Hosting;
using Pneumonia.Blazor.Records;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Images;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Serving;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Storage;

/// <summary>An empty store as the app composes it, with a clock of its own.</summary>
internal sealed class TestStore : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;
    private bool _disposed;

    private TestStore(string? connectionString)
    {
        ConnectionString = connectionString;
        var settings = new Dictionary<string, string?> { ["Storage:Path"] = "data", ["Storage:ConnectionString"] = connectionString };
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddStorage(
                new ConfigurationBuilder().AddInMemoryCollection(settings).Build(),
                new HostingEnvironment { ContentRootPath = _folder.Path })
            .AddSingleton<StudyIntake>()
            .BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(TestClock.Start);

    public string? ConnectionString { get; }

    public string Folder => Path.Combine(_folder.Path, "data");

    public string Images => Path.Combine(Folder, "images");

    public IServiceProvider Services => _services;

    public Database Database => Get<Database>();

    /// <summary>A store without a schema.</summary>
    public static TestStore Bare(DatabaseKind kind, PostgresServer postgres) =>
        new(kind == DatabaseKind.Postgres ? postgres.CreateDatabase() : null);

    /// <summary>A store with the newest schema.</summary>
    public static async Task<TestStore> CreateAsync(DatabaseKind kind, PostgresServer postgres)
    {
        var store = Bare(kind, postgres);
        await store._services.PrepareStorageAsync();
        return store;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Stores an image with a plausible answer and returns its study.</summary>
    public async Task<StoredStudy> KeepAsync(
        string name, double score = 0.7, byte[]? image = null, string? patient = null, string model = "pneumonia", bool refused = false)
    {
        var content = image ?? Guid.NewGuid().ToByteArray();
        var prediction = FakeEngine.Answer(score, FakeInformation.Create(model)) with { Refused = refused };
        var intake = Get<StudyIntake>();
        var study = intake.Describe(
            name, content, new ImageFacts(64, 48, 8, RadiographFormat.Png) { Look = new(0.41, 0.02, 0.2) }, prediction, StudySource.Api, patient);
        await intake.KeepAsync(study, content);
        Clock.Advance(TimeSpan.FromSeconds(1));
        return study;
    }

    /// <summary>The stored bytes of a study's image.</summary>
    public byte[] ImageOf(StoredStudy study) => Get<ImageFiles>().Read(study.ImageSha256);

    /// <summary>Loses everything; a second time does nothing.</summary>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _services.Dispose();
            _folder.Dispose();
        }
    }
}
