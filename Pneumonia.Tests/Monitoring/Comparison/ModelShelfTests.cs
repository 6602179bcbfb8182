using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Monitoring.Comparison;
using Pneumonia.Blazor.Serving;
using Pneumonia.Blazor.Storage.Registry;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Monitoring.Comparison;

public sealed class ModelShelfTests(App app) : IClassFixture<App>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_registered_model_is_read_from_its_zip_until_another_one_takes_its_place()
    {
        using var client = app.CreateClient();
        var (shelf, registry) = (app.Services.GetRequiredService<ModelShelf>(), app.Services.GetRequiredService<IModelRegistry>());
        var path = Path.Combine(folder.Path, "known.zip");
        var version = KnownModel.Write(path).Calibration.WeightsSha256;
        await registry.PromoteAsync(version, "known", path);
        for (var tries = 0; app.Services.GetRequiredService<LiveModel>().Information is null && tries < 100; tries++)
        {
            await Task.Delay(50);
        }

        var listed = await shelf.ListAsync();
        Assert.Equal("pneumonia", listed[0].Name);
        Assert.Contains(listed, model => model.Title == $"known {version[..8]}");
        Assert.Equal("made scores", (await shelf.FindAsync(version))!.Evaluation.Data);

        KnownModel.Write(path, "successor");
        Assert.Null(await shelf.FindAsync(version));
        File.Delete(path);
        Assert.Null(await shelf.FindAsync(version));
        Assert.Null(await shelf.FindAsync("unknown"));
    }
}
