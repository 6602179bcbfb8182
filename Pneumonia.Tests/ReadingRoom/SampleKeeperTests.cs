using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Tests.Api;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.ReadingRoom;

public sealed class SampleKeeperTests
{
    private static readonly string[] s_samples = ["normal-1.png", "normal-2.png", "pneumonia-1.png", "pneumonia-2.png"];

    [Fact]
    public async Task An_empty_store_begins_with_the_samples_marked_as_synthetic_as_soon_as_there_is_a_model()
    {
        await using var app = new App { Samples = true, HasModel = false };
        var client = app.CreateClient();
        Assert.Empty((await StudiesAsync(app)).Studies);

        app.PutModel("pneumonia");
        var page = await StudiesAsync(app);
        for (var tries = 0; page.Studies.Count < s_samples.Length && tries < 300; tries++)
        {
            await Task.Delay(100);
            page = await StudiesAsync(app);
        }

        Assert.Equal(s_samples, page.Studies.Select(study => study.FileName).Order(StringComparer.Ordinal));
        Assert.All(page.Studies, study => Assert.True(study.Synthetic));
        Assert.True((bool)(await client.GetJsonAsync("/api/v1/studies"))["studies"]![0]!["synthetic"]!);
    }

    [Fact]
    public async Task Without_being_asked_for_the_samples_stay_away()
    {
        await using var app = new App();
        await app.CreateClient().PredictAsync(ApiClient.Image(1));

        Assert.False(Assert.Single((await StudiesAsync(app)).Studies).Synthetic);
    }

    private static Task<StudyPage> StudiesAsync(App app) => app.Services.GetRequiredService<IStudyStore>().ListAsync(new StudyQuery());
}
