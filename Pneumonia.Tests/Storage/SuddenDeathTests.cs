using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Pneumonia.Tests.Api;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Storage;

/// <summary>Nothing that was acknowledged is lost.</summary>
[Collection(StorageCollection.Name)]
public sealed class SuddenDeathTests(PostgresServer postgres, TrainedModelFixture model) : IDisposable
{
    private const int Uploads = 200;
    private const int Clients = 4;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, OnSqlite, OnPostgres]
    public async Task Killed_at_any_moment_of_two_hundred_uploads_the_app_has_every_acknowledged_study_once(DatabaseKind kind)
    {
        using var app = new AppProcess(
            model.Zip, _folder.Path, kind == DatabaseKind.Postgres ? postgres.CreateDatabase() : null);
        await app.StartAsync();
        using var client = app.CreateClient();
        var (waiting, acknowledged) = (new ConcurrentQueue<int>(Enumerable.Range(0, Uploads)), new ConcurrentDictionary<int, string>());

        var uploads = Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => UploadAsync(client, waiting, acknowledged)));
        var kills = await KillAsync(app, uploads, acknowledged);
        await uploads;
        app.Kill();
        await app.StartAsync("--Storage:OrphanAge", "00:00:00");

        Assert.True(kills >= 3, $"The app was killed {kills} times only.");
        var studies = await StudiesAsync(client);
        foreach (var i in Enumerable.Range(0, Uploads))
        {
            var found = studies.Where(study => (string?)study["fileName"] == Name(i)).ToList();
            Assert.True(found.Count == 1 || (found.Count == 0 && IsSentOnce(i) && !acknowledged.ContainsKey(i)), $"{i}: {found.Count} studies");
            foreach (var study in found)
            {
                Assert.Equal(acknowledged.GetValueOrDefault(i, (string)study["id"]!), (string?)study["id"]);
                Assert.Equal(ApiClient.Image(i), await client.GetByteArrayAsync((string?)study["image"]!["url"]));
            }
        }

        Assert.Equal(studies.Select(study => (string?)study["image"]!["sha256"]).Order(), await FilesAsync(app, studies.Count));
    }

    private static string Name(int i) => $"{i}.png";

    // A client that gives up at the first failure: its study may be there or not, but only once.
    private static bool IsSentOnce(int i) => i % 5 == 0;

    // By progress and not by time alone, so that a slow machine gets somewhere between two kills.
    private static async Task<int> KillAsync(AppProcess app, Task uploads, ConcurrentDictionary<int, string> acknowledged)
    {
        var (random, kills) = (new Random(7), 0);
        while (true)
        {
            var enough = acknowledged.Count + random.Next(20, 60);
            while (acknowledged.Count < enough && !uploads.IsCompleted)
            {
                await Task.Delay(5);
            }

            await Task.Delay(random.Next(50));
            if (uploads.IsCompleted)
            {
                return kills;
            }

            app.Kill();
            kills++;
            await app.StartAsync();
        }
    }

    private static async Task UploadAsync(
        HttpClient client, ConcurrentQueue<int> waiting, ConcurrentDictionary<int, string> acknowledged)
    {
        while (waiting.TryDequeue(out var i))
        {
            do
            {
                try
                {
                    var response = await client.PredictAsync(ApiClient.Image(i), Name(i), IsSentOnce(i) ? null : $"upload-{i}");
                    Assert.Equal(HttpStatusCode.Created, response.StatusCode);
                    acknowledged[i] = (string)(await response.JsonAsync())["id"]!;
                }
                catch (Exception fault) when (fault is HttpRequestException or IOException)
                {
                    await Task.Delay(100);
                }
            }
            while (!acknowledged.ContainsKey(i) && !IsSentOnce(i));
        }
    }

    private static async Task<List<JsonNode>> StudiesAsync(HttpClient client)
    {
        var (studies, cursor) = (new List<JsonNode>(), string.Empty);
        while (cursor is not null)
        {
            var page = await client.GetJsonAsync($"/api/v1/studies?limit=50{cursor}");
            studies.AddRange(page["studies"]!.AsArray()!);
            cursor = (string?)page["next"] is { } next ? $"&cursor={next}" : null;
        }

        return studies;
    }

    /// <summary>Names of all files in the image folder, once the orphans are gone that the app collects when it starts.</summary>
    private static async Task<IEnumerable<string>> FilesAsync(AppProcess app, int expected)
    {
        for (var patience = 100; ; patience--)
        {
            var files = Directory.EnumerateFiles(Path.Combine(app.Data, "images"), "*", SearchOption.AllDirectories)
                .Select(Path.GetFileNameWithoutExtension).OfType<string>().ToList();
            if (files.Count == expected || patience == 0)
            {
                return files.Order();
            }

            await Task.Delay(100);
        }
    }
}
