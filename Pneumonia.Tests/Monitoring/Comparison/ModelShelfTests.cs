using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Monitoring.Comparison;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Monitoring.Comparison;

public sealed class ModelShelfTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_registered_model_can_be_compared_as_long_as_its_zip_is_there()
    {
        using var client = app.CreateClient();
        var shelf = app.Services.GetRequiredService<ModelShelf>();
        var zip = await KnownModel.RegisterAsync(app.Services);
        var version = KnownModel.VersionOf("known");
        await app.UntilLiveAsync();

        var listed = await shelf.ListAsync();
        Assert.Equal("pneumonia", listed[0].Name);
        Assert.Contains(listed, model => model.Title == KnownModel.Title("known"));
        Assert.Equal("made scores", (await shelf.FindAsync(version))!.Evaluation.Data);

        File.Delete(zip);
        Assert.Null(await shelf.FindAsync(version));
        Assert.Null(await shelf.FindAsync("unknown0"));
    }
}
