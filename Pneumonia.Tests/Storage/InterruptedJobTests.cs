using System.Text.Json.Nodes;
using Pneumonia.Tests.Api;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Storage;

/// <summary>A job that was accepted is finished, whatever becomes of the app meanwhile.</summary>
[Collection(StorageCollection.Name)]
public sealed class InterruptedJobTests(PostgresServer postgres, TrainedModelFixture model) : IDisposable
{
    private const int Files = 24;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, OnSqlite, OnPostgres]
    public async Task Killed_while_it_works_on_a_job_the_app_goes_on_at_its_next_start_and_answers_each_file_once(DatabaseKind kind)
    {
        using var app = new AppProcess(
            model.Zip, _folder.Path, kind == DatabaseKind.Postgres ? postgres.CreateDatabase() : null);
        await app.StartAsync();
        using var client = app.CreateClient();
        var accepted = await client.SendJobAsync([.. Enumerable.Range(0, Files).Select(i => ($"{i}.png", ApiClient.Image(i)))]);
        var address = accepted.Headers.Location!;
        app.Kill();
        await app.StartAsync();
        await UntilDoneAsync(client, address, 2);
        app.Kill();
        await app.StartAsync("--Storage:OrphanAge", "00:00:00");

        var job = await client.WaitForJobAsync(address);

        Assert.Equal(("done", Files, 0), ((string?)job["state"], (int)job["done"]!, (int)job["failed"]!));
        var studies = (await client.GetJsonAsync("/api/v1/studies?limit=200"))["studies"]!.AsArray();
        Assert.Equal(Enumerable.Range(0, Files).Select(i => $"{i}.png").Order(), studies.Select(study => (string?)study!["fileName"]).Order());
        Assert.Equal(
            studies.Select(study => $"/api/v1/studies/{study!["id"]}").Order(), job["files"]!.AsArray().Select(file => (string?)file!["study"]).Order());
        Assert.All(studies, study => Assert.NotEmpty(client.GetByteArrayAsync((string?)study!["image"]!["url"]).Result));
    }

    private static async Task UntilDoneAsync(HttpClient client, Uri address, int done)
    {
        for (var patience = 600; patience > 0 && (int)(await client.GetJsonAsync(address.ToString()))["done"]! < done; patience--)
        {
            await Task.Delay(20);
        }
    }
}
