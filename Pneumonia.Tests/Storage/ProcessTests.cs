using Pneumonia.Core.Package;
using Pneumonia.Tests.Api;
using Pneumonia.Tests.Models;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Storage;

/// <summary>The app and its maintenance commands, as operators run them.</summary>
[Collection(StorageCollection.Name)]
public sealed class ProcessTests(PostgresServer postgres, TrainedModelFixture model) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, OnSqlite, OnPostgres]
    public async Task Backup_and_restore_are_one_command_each(DatabaseKind kind)
    {
        // The operator's file is another than the one that was promoted by hand.
        var file = Path.Combine(_folder.Path, "operator.zip");
        File.Copy(model.Zip, file);
        using var app = new AppProcess(file, _folder.Path, Database(kind));
        await app.StartAsync();
        using (var client = app.CreateClient())
        {
            (await client.PredictAsync(ApiClient.Image(1), "kept.png")).EnsureSuccessStatusCode();
            await UntilLiveAsync(client, model.Information);
            await UntilLiveAsync(client, ModelVariants.Write(model.Zip, file, 1));
            (await client.PostAsync("/api/v1/models/rollback", null)).EnsureSuccessStatusCode();
        }

        var zip = Path.Combine(_folder.Path, "backup.zip");
        Assert.Equal((0, $"{zip}: 1 studies, 1 images, 2 models.\n", string.Empty), await app.RunAsync("backup", zip));
        var refused = await app.RunAsync("restore", zip);
        Assert.Equal((1, string.Empty), (refused.ExitCode, refused.Output));
        Assert.EndsWith("holds 1 studies already; --replace puts the backup in their place.\n", refused.Error);
        app.Kill();
        Directory.Delete(app.Data, recursive: true);

        using var other = new AppProcess(file, _folder.Path, Database(kind));
        Assert.Equal((0, $"{zip}: 1 studies, 1 images, 2 models restored.\n", string.Empty), await other.RunAsync("restore", zip));
        await other.StartAsync();
        using var reader = other.CreateClient();
        var study = (await reader.GetJsonAsync("/api/v1/studies"))["studies"]![0]!;
        Assert.Equal("kept.png", (string?)study["fileName"]);
        Assert.Equal(ApiClient.Image(1), await reader.GetByteArrayAsync((string?)study["image"]!["url"]));
        await UntilLiveAsync(reader, model.Information);
        var answer = await (await reader.PredictAsync(ApiClient.Image(2))).JsonAsync();
        Assert.Equal($"{model.Information.Manifest.Name} {model.Information.Version}", (string?)answer["model"]);
        Assert.Equal(2, (await reader.GetJsonAsync("/api/v1/models"))["models"]!.AsArray().Count);
    }

    [Fact]
    public async Task Wrong_arguments_of_a_command_are_one_line()
    {
        using var app = new AppProcess(model.Zip, _folder.Path, null);

        var missing = await app.RunAsync("restore", Path.Combine(_folder.Path, "nowhere.zip"));

        Assert.Equal(1, missing.ExitCode);
        Assert.Single(missing.Error.TrimEnd().Split('\n'));
        Assert.Contains("nowhere.zip", missing.Error);
    }

    [Fact]
    public async Task On_a_full_disk_an_upload_is_refused_and_the_app_is_not_ready_but_lives()
    {
        using var app = new AppProcess(model.Zip, _folder.Path, null) { FileSizeLimit = 1024 };
        await app.StartAsync();
        using var client = app.CreateClient();
        var large = ApiClient.Image(1).Concat(new byte[2 << 20]).ToArray();

        Assert.Equal("Nothing is stored: the disk is full.", await (await client.PredictAsync(large)).ProblemAsync(507));
        Assert.Equal(
            "Nothing is stored: the disk is full.",
            await (await client.SendJobAsync([("a.png", ApiClient.Image(1)), ("b.png", large)])).ProblemAsync(507));
        Assert.Empty((await client.GetJsonAsync("/api/v1/jobs"))["jobs"]!.AsArray());
        var ready = await client.GetAsync("/readyz");
        Assert.Equal(503, (int)ready.StatusCode);
        Assert.Contains("Image folder", await ready.Content.ReadAsStringAsync());
        (await client.GetAsync("/healthz")).EnsureSuccessStatusCode();
        Assert.Empty((await client.GetJsonAsync("/api/v1/studies"))["studies"]!.AsArray());

        // Of the job, the image that still had room; it is an orphan now and goes as such.
        Assert.Single(Directory.EnumerateFiles(Path.Combine(app.Data, "images"), "*", SearchOption.AllDirectories));
    }

    private static async Task UntilLiveAsync(HttpClient client, ModelInformation expected)
    {
        for (var patience = 300; ; patience--)
        {
            var models = (await client.GetJsonAsync("/api/v1/models"))["models"]!.AsArray();
            if (models is [var first, ..] && (bool)first!["live"]! && (string?)first["version"] == expected.Calibration.WeightsSha256)
            {
                return;
            }

            Assert.True(patience > 0, "The model was not taken into service in time.");
            await Task.Delay(100);
        }
    }

    private string? Database(DatabaseKind kind) => kind == DatabaseKind.Postgres ? postgres.CreateDatabase() : null;
}
