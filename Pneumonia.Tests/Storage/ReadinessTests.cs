using System.Net;
using Pneumonia.Tests.Api;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Storage;

[Collection(StorageCollection.Name)]
public sealed class ReadinessTests(PostgresServer postgres)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_app_that_can_store_and_answer_is_ready(DatabaseKind kind)
    {
        await using var app = Create(kind);

        Assert.Equal("Ready", await ReadyAsync(app.CreateClient(), HttpStatusCode.OK));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task When_the_database_is_lost_the_app_lives_but_is_not_ready_and_takes_nothing_in(DatabaseKind kind)
    {
        await using var app = Create(kind);
        var client = app.CreateClient();
        var first = await client.PredictAsync(ApiClient.Image(1));
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);

        if (kind == DatabaseKind.Postgres)
        {
            postgres.DropDatabase(app.ConnectionString!);
        }
        else
        {
            File.Delete(Path.Combine(app.Data, "pneumonia.db"));
        }

        Assert.Contains(kind == DatabaseKind.Postgres ? "PostgreSQL database" : "the file is missing", await ReadyAsync(client));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/healthz")).StatusCode);
        Assert.Equal("The store is not available.", await (await client.PredictAsync(ApiClient.Image(2))).ProblemAsync(503));
        Assert.Equal("The store is not available.", await (await client.SendJobAsync([("a.png", ApiClient.Image(2))])).ProblemAsync(503));
        Assert.Equal("The store is not available.", await (await client.PostAsync(
            $"{first.Headers.Location}/notes", new StringContent("{\"text\":\"x\"}", null, "application/json"))).ProblemAsync(503));
        foreach (var list in new[] { "studies", "jobs", "models" })
        {
            Assert.Equal("The store is not available.", await (await client.GetAsync($"/api/v1/{list}")).ProblemAsync(503));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task When_the_image_folder_is_lost_nothing_is_taken_in(DatabaseKind kind)
    {
        await using var app = Create(kind);
        var client = app.CreateClient();
        await client.GetAsync("/healthz");
        Directory.Delete(Path.Combine(app.Data, "images"), recursive: true);

        Assert.Contains("Image folder", await ReadyAsync(client));
        Assert.Equal("The store is not available.", await (await client.PredictAsync(ApiClient.Image(1))).ProblemAsync(503));
        Assert.Empty((await client.GetJsonAsync("/api/v1/studies"))["studies"]!.AsArray());
    }

    [Fact]
    public async Task Without_a_model_the_app_is_not_ready()
    {
        await using var app = new App { HasModel = false };

        Assert.Equal("Not ready: No model is in service.", await ReadyAsync(app.CreateClient()));
    }

    private static async Task<string> ReadyAsync(HttpClient client, HttpStatusCode expected = HttpStatusCode.ServiceUnavailable)
    {
        // The model is loaded while the app is up already.
        for (var patience = 100; ; patience--)
        {
            var response = await client.GetAsync("/readyz");
            if (response.StatusCode == expected || patience == 0)
            {
                Assert.Equal(expected, response.StatusCode);
                return await response.Content.ReadAsStringAsync();
            }

            await Task.Delay(50);
        }
    }

    private App Create(DatabaseKind kind) => new()
    {
        ConnectionString = kind == DatabaseKind.Postgres ? postgres.CreateDatabase() : null,
    };
}
