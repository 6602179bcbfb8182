using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pneumonia.Blazor.ReadingRoom;
using Pneumonia.Blazor.Records;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Auditing;
using Pneumonia.Blazor.Storage.Backup;
using Pneumonia.Blazor.Storage.Corrections;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Idempotency;
using Pneumonia.Blazor.Storage.Images;
using Pneumonia.Blazor.Storage.Jobs;
using Pneumonia.Blazor.Storage.Migrations;
using Pneumonia.Blazor.Storage.Notes;
using Pneumonia.Blazor.Storage.Readings;
using Pneumonia.Blazor.Storage.Registry;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Blazor.Storage.Sweeping;
using Pneumonia.Blazor.Storage.Training;
using Pneumonia.Blazor.Worklists;

namespace Pneumonia.Blazor.Hosting;

internal static class StorageExtensions
{
    /// <summary>What reads and writes the store.</summary>
    public static IServiceCollection AddStorage(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = configuration.Settings<StorageOptions>(StorageOptions.Section);
        var folder = Path.GetFullPath(options.Path, environment.ContentRootPath);
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(options)
            .AddSingleton(_ => CreateDatabase(options, folder))
            .AddSingleton(provider => new ImageFiles(Path.Combine(folder, "images"), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(new ModelZips(Path.Combine(folder, "models")))
            .AddSingleton(provider => new Migrator(
                provider.GetRequiredService<Database>(), provider.GetRequiredService<TimeProvider>(), Migration.All))
            .AddSingleton(_ => new Identifiers(RandomNumberGenerator.Create()))
            .AddScoped<StorageTransaction>()
            .AddSingleton<IStudyStore, StudyStore>()
            .AddSingleton<IReadingStore, ReadingStore>()
            .AddSingleton<ICorrectionStore, CorrectionStore>()
            .AddSingleton<INoteStore, NoteStore>()
            .AddSingleton<IJobStore, JobStore>()
            .AddSingleton<IIdempotencyStore, IdempotencyStore>()
            .AddSingleton<IModelRegistry, ModelRegistry>()
            .AddSingleton<ITrainingStore, TrainingStore>()
            .AddSingleton<IAuditLog, AuditLog>()
            .AddSingleton<OrphanCollector>()
            .AddSingleton<StoreBackup>()
            .AddSingleton<StoreRestore>();
    }

    /// <summary>What serves the store while the app runs.</summary>
    public static IServiceCollection AddStudyKeeping(this IServiceCollection services) => services
        .AddSingleton<StudyIntake>()
        .AddSingleton<UploadKeeper>()
        .AddScoped<Worklist>()
        .AddHostedService<Sweeper>()
        .AddHostedService<SampleKeeper>();

    /// <summary>Makes folders and schema where they are missing.</summary>
    /// <exception cref="StorageException">The store cannot be used.</exception>
    public static async Task PrepareStorageAsync(this IServiceProvider services)
    {
        await services.GetRequiredService<Migrator>().MigrateAsync();
        services.GetRequiredService<ImageFiles>().Create();
    }

    private static Database CreateDatabase(StorageOptions options, string folder) => string.IsNullOrWhiteSpace(options.ConnectionString)
        ? new SqliteDatabase(Path.Combine(folder, "pneumonia.db"))
        : new PostgresDatabase(options.ConnectionString);
}
