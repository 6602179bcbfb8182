using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Records;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Serving;
using Pneumonia.Tests.Blazor;
using Pneumonia.Tests.Browser;

namespace Pneumonia.Tests.Records;

public sealed class StudyThumbnailsTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_study_has_a_small_picture_that_stays_nowhere()
    {
        var id = await KeepAsync(Xrays.Chest("chest.png", patch: true).Buffer);

        var answer = await app.CreateClient().GetAsync($"studies/{id}/thumbnail");

        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.InRange(bytes.Length, 200, 10_000);
        Assert.Equal(bytes, await app.CreateClient().GetByteArrayAsync($"studies/{id}/thumbnail"));
    }

    [Fact]
    public async Task An_image_that_cannot_be_drawn_leaves_an_empty_place()
    {
        var id = await KeepAsync([1, 2, 3]);

        var answer = await app.CreateClient().GetAsync($"studies/{id}/thumbnail");

        Assert.Equal((HttpStatusCode.OK, "image/svg+xml"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task A_study_that_is_not_there_has_none() => Assert.Equal(
        HttpStatusCode.NotFound, (await app.CreateClient().GetAsync($"studies/{new string('0', 32)}/thumbnail")).StatusCode);

    private async Task<string> KeepAsync(byte[] image)
    {
        var intake = app.Services.GetRequiredService<StudyIntake>();
        var study = intake.Describe(
            "chest.png", image, new Pneumonia.Blazor.Diagnosing.ImageFacts(64, 48, 8, RadiographFormat.Png),
            FakeEngine.Answer(0.9, FakeInformation.Create()), Pneumonia.Blazor.Storage.Studies.StudySource.Api);
        await intake.KeepAsync(study, image);
        return study.Id;
    }
}
