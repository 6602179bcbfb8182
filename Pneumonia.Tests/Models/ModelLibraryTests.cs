using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Models;
using Pneumonia.Blazor.Serving;
using Pneumonia.Blazor.Storage.Auditing;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Registry;
using Pneumonia.Core;
using Pneumonia.Core.Package;
using Pneumonia.Tests.Blazor;
using Pneumonia.Tests.Storage;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Models;

[Collection(StorageCollection.Name)]
public sealed class ModelLibraryTests(TrainedModelFixture trained) : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();

    private string Source => Path.Combine(_folder.Path, "operator.zip");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_promoted_answers_over_a_restart_and_the_operators_file_stays_as_it_is()
    {
        var other = Variant("other.zip", 1);
        await using (var app = await StartAsync())
        {
            var library = app.Services.GetRequiredService<IModelLibrary>();
            var added = await AddAsync(library, "other.zip");
            Assert.False(added.Model.IsLive);
            Assert.Equal(trained.Information.Version, LiveVersion(app));

            var promoted = await library.PromoteAsync(added.Model.ShortVersion, "better on children");

            Assert.True(promoted.Model.IsLive);
            Assert.Equal(other.Version, LiveVersion(app));
            Assert.Equal(other.Version, (await library.ListAsync())[0].Model.ShortVersion);
            Assert.Equal("better on children", (await library.HistoryAsync())[0].Note);
            Assert.Equal(
                [AuditActions.ModelPromoted, AuditActions.ModelRegistered],
                (await app.Services.GetRequiredService<IAuditLog>().ListAsync(added.Model.Version)).Select(entry => entry.Action));
        }

        Assert.Equal(File.ReadAllBytes(trained.Zip), File.ReadAllBytes(Source));
        await using var again = await StartAsync(other.Version);
        Assert.Equal(2, (await again.Services.GetRequiredService<IModelLibrary>().HistoryAsync()).Count);
    }

    [Fact]
    public async Task A_roll_back_leads_to_the_model_before()
    {
        Variant("other.zip", 1);
        await using var app = await StartAsync();
        var library = app.Services.GetRequiredService<IModelLibrary>();
        Assert.Null(await library.BeforeLiveAsync());
        await Assert.ThrowsAsync<UserException>(() => library.RollBackAsync());
        await library.PromoteAsync((await AddAsync(library, "other.zip")).Model.Version);

        var back = await library.RollBackAsync();

        Assert.Equal(trained.Information.Version, back.Model.ShortVersion);
        Assert.Equal(trained.Information.Version, LiveVersion(app));
        Assert.Equal(
            [ModelEventKind.RolledBack, ModelEventKind.Promoted, ModelEventKind.Promoted],
            (await library.HistoryAsync()).Select(change => change.Kind));
    }

    [Fact]
    public async Task A_new_file_at_the_configured_path_takes_over_and_a_broken_one_does_not()
    {
        Variant("other.zip", 1);
        var next = Variant("next.zip", 2);
        await using var app = await StartAsync();
        var (library, live) = (app.Services.GetRequiredService<IModelLibrary>(), app.Services.GetRequiredService<LiveModel>());
        var other = await library.PromoteAsync((await AddAsync(library, "other.zip")).Model.Version);

        Put("broken"u8.ToArray());
        await UntilAsync(() => live.Warning is not null);
        Assert.Contains("it is no zip file", live.Warning?.ToString());
        Assert.Equal(other.Model.ShortVersion, LiveVersion(app));

        Put(File.ReadAllBytes(PathOf("next.zip")));
        await UntilAsync(() => LiveVersion(app) == next.Version && live.Warning is null);
        await UntilAsync(() => library.HistoryAsync().Result.Count == 3);
        Assert.Equal(ModelOrigin.File, (await library.FindAsync(next.Version))!.Model.Origin);
    }

    [Fact]
    public async Task The_model_in_service_cannot_be_deleted_and_another_goes_with_its_zip()
    {
        Variant("other.zip", 1);
        await using var app = await StartAsync();
        var library = app.Services.GetRequiredService<IModelLibrary>();
        var other = await AddAsync(library, "other.zip");
        var zip = await library.ZipOfAsync(other.Model.Version);

        var refusal = await Assert.ThrowsAsync<UserException>(() => library.DeleteAsync(trained.Information.Version));
        await library.DeleteAsync(other.Model.Version);

        Assert.Equal($"Model {trained.Information.Version} is in service: promote another before you delete it.", refusal.Message);
        Assert.False(File.Exists(zip));
        Assert.Null(await library.FindAsync(other.Model.Version));
        await Assert.ThrowsAsync<UserException>(() => library.PromoteAsync(other.Model.Version));
    }

    [Fact]
    public async Task What_is_no_model_is_refused_by_its_name_and_nothing_is_kept()
    {
        await using var app = await StartAsync();
        var library = app.Services.GetRequiredService<IModelLibrary>();
        var cut = File.ReadAllBytes(trained.Zip)[..^1000];

        var refusal = await Assert.ThrowsAsync<InvalidModelException>(
            () => library.AddAsync(new MemoryStream(cut), "cut.zip", ModelOrigin.Upload));

        Assert.Equal("cut.zip: it is no zip file, or one cut short.", refusal.Message);
        Assert.Single(await library.ListAsync());
        Assert.Single(Directory.EnumerateFiles(Path.Combine(_folder.Path, "data", "models")));
    }

    [Fact]
    public async Task Other_thresholds_for_the_weights_in_service_come_only_from_the_operator()
    {
        ModelVariants.Recalibrate(trained.Zip, PathOf("recalibrated.zip"));
        await using var app = await StartAsync();
        var (library, live) = (app.Services.GetRequiredService<IModelLibrary>(), app.Services.GetRequiredService<LiveModel>());

        var refusal = await Assert.ThrowsAsync<UserException>(() => AddAsync(library, "recalibrated.zip"));
        Assert.StartsWith("recalibrated.zip: its weights are those of the model in service", refusal.Message);

        Put(File.ReadAllBytes(PathOf("recalibrated.zip")));
        await UntilAsync(() => live.Information?.Calibration.Temperature == 2);
        Assert.Equal(2, Assert.Single(await library.ListAsync()).Information!.Calibration.Temperature);
    }

    [Fact]
    public async Task A_change_that_is_undone_with_what_it_is_recorded_with_leaves_the_model_before_in_service()
    {
        var other = Variant("other.zip", 1);
        await using var app = await StartAsync();
        var library = app.Services.GetRequiredService<IModelLibrary>();
        var added = await AddAsync(library, "other.zip");
        await using (var work = new StorageTransaction(app.Services.GetRequiredService<Database>()))
        {
            Assert.True((await library.PromoteAsync(added.Model.Version, within: work)).Model.IsLive);
            Assert.Equal(other.Version, LiveVersion(app));
        }

        Assert.Equal(trained.Information.Version, LiveVersion(app));
        Assert.False((await library.FindAsync(other.Version))!.Model.IsLive);
        Assert.Single(await library.HistoryAsync());

        // And nobody is kept from the next change.
        await library.PromoteAsync(added.Model.Version);
        Assert.Equal(other.Version, LiveVersion(app));
    }

    [Fact]
    public async Task The_zip_is_downloaded_as_it_was_added()
    {
        await using var app = await StartAsync();

        var answer = await app.CreateClient().GetAsync($"/models/{trained.Information.Version}/zip");

        Assert.Equal(File.ReadAllBytes(trained.Zip), await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal($"pneumonia-{trained.Information.Version}.zip", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(HttpStatusCode.NotFound, (await app.CreateClient().GetAsync("/models/00000000/zip")).StatusCode);
    }

    private static string? LiveVersion(App app) => app.Services.GetRequiredService<LiveModel>().Information?.Version;

    private static async Task UntilAsync(Func<bool> condition) => Assert.True(
        await Task.Run(() => SpinWait.SpinUntil(condition, s_patience)), "It did not come about in time.");

    private async Task<App> StartAsync(string? expected = null)
    {
        if (!File.Exists(Source))
        {
            File.Copy(trained.Zip, Source);
        }

        var app = new App { ModelZip = Source, Data = Path.Combine(_folder.Path, "data") };
        var library = app.Services.GetRequiredService<IModelLibrary>();
        await UntilAsync(() => LiveVersion(app) == (expected ?? trained.Information.Version) && library.HistoryAsync().Result.Count > 0);
        return app;
    }

    private string PathOf(string name) => Path.Combine(_folder.Path, name);

    private ModelInformation Variant(string name, byte number) => ModelVariants.Write(trained.Zip, PathOf(name), number);

    private void Put(byte[] content)
    {
        File.WriteAllBytes(Source + ".tmp", content);
        File.Move(Source + ".tmp", Source, overwrite: true);
    }

    private async Task<ModelEntry> AddAsync(IModelLibrary library, string name)
    {
        await using var content = File.OpenRead(PathOf(name));
        return await library.AddAsync(content, name, ModelOrigin.Upload);
    }
}
