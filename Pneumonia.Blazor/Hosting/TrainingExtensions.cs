using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Trainings;

namespace Pneumonia.Blazor.Hosting;

internal static class TrainingExtensions
{
    public static IServiceCollection AddTraining(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = configuration.Settings<TrainingSettings>(TrainingSettings.Section);
        var storage = configuration.Settings<StorageOptions>(StorageOptions.Section);
        var paths = new TrainingPaths(
            [.. settings.DataRoots.Where(root => !string.IsNullOrWhiteSpace(root)).Select(Full)], Full(settings.Recipes),
            Path.Combine(Full(storage.Path), "training"));
        return services
            .AddSingleton(settings)
            .AddSingleton(paths)
            .AddSingleton<DataSetFinder>()
            .AddSingleton<RecipeFolder>()
            .AddSingleton<TrainingPlanner>()
            .AddSingleton<TrainingHub>()
            .AddSingleton<TrainingProcess>()
            .AddSingleton<ITrainingRuns, TrainingRuns>()
            .AddHostedService<TrainingRunner>();

        string Full(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, environment.ContentRootPath));
    }
}
