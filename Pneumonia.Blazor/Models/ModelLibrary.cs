using System.Collections.Concurrent;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Registry;
using Pneumonia.Core;
using Pneumonia.Core.Package;
using Pneumonia.Core.Serving;

namespace Pneumonia.Blazor.Models;

internal sealed class ModelLibrary(
    IModelRegistry registry, ModelZips zips, IModelLoader loader, LiveFile live) : IModelLibrary, IDisposable
{
    private const int ShortestVersion = 8;

    private readonly SemaphoreSlim _changing = new(1);
    private readonly ConcurrentDictionary<string, ModelInformation> _described = new();

    public event Action? Changed;

    public async Task<IReadOnlyList<ModelEntry>> ListAsync() => [.. (await registry.ListAsync()).Select(Describe)];

    public async Task<ModelEntry?> FindAsync(string version) => await FindModelAsync(version) is { } model ? Describe(model) : null;

    public Task<IReadOnlyList<ModelEvent>> HistoryAsync() => registry.HistoryAsync();

    public Task<RegisteredModel?> BeforeLiveAsync() => registry.BeforeLiveAsync();

    public async Task<ModelEntry> AddAsync(Stream content, string name, ModelOrigin origin, CancellationToken cancellation = default)
    {
        using var received = await zips.ReceiveAsync(content, name, cancellation);
        var information = await Task.Run(() => Verify(received.Path, name), cancellation);
        return await ChangeAsync(async () =>
        {
            var version = information.Calibration.WeightsSha256;
            var known = (await registry.ListAsync()).FirstOrDefault(model => model.Version == version);
            if (known is not null && known.ZipSha256 == received.Sha256 && zips.Exists(known.ZipSha256))
            {
                return Describe(known);
            }

            if (known is { IsLive: true } && origin != ModelOrigin.File)
            {
                throw new UserException($"{name}: its weights are those of the model in service, {known.ShortVersion}, which only the file at Model:Path may replace.");
            }

            zips.Accept(received);
            await registry.RegisterAsync(new NewModel(version, information.Manifest.Name, received.Sha256, received.Bytes, origin));
            if (known?.ZipSha256 is { } old && old != received.Sha256)
            {
                zips.Delete(old);
            }

            return Describe(await RequireAsync(version));
        });
    }

    public Task<ModelEntry> PromoteAsync(string version, string? note = null, StorageTransaction? within = null) => ChangeAsync(within, async () =>
    {
        var model = await RequireAsync(version);
        if (!model.IsLive || live.Path != FileOf(model))
        {
            model = await SwitchAsync(model, () => registry.PromoteAsync(model.Version, note, within), within);
        }

        return Describe(model);
    });

    public Task<ModelEntry> RollBackAsync(string? note = null, StorageTransaction? within = null) => ChangeAsync(within, async () =>
    {
        var model = await registry.BeforeLiveAsync() ?? throw new UserException("There is no model to go back to.");
        return Describe(await SwitchAsync(model, () => registry.RollBackAsync(note, within), within));
    });

    public Task DeleteAsync(string version) => ChangeAsync(async () =>
    {
        var model = await RequireAsync(version);
        if (!await registry.DeleteAsync(model.Version))
        {
            throw new UserException($"Model {model.ShortVersion} is in service: promote another before you delete it.");
        }

        if (model.ZipSha256 is { } zip)
        {
            zips.Delete(zip);
            _described.TryRemove(zip, out _);
        }

        return true;
    });

    public async Task<string> ZipOfAsync(string version) => FileOf(await RequireAsync(version));

    /// <summary>Serves the model that the registry calls live, where another app on the same store has promoted it.</summary>
    public async Task FollowAsync()
    {
        await _changing.WaitAsync();
        try
        {
            if (!live.IsSource && await registry.LiveAsync() is { } model && zips.Exists(model.ZipSha256) && live.Path != FileOf(model))
            {
                await live.SwitchAsync(FileOf(model), model.ShortVersion);
            }
        }
        finally
        {
            _changing.Release();
        }
    }

    public void Dispose() => _changing.Dispose();

    // The slot first: what cannot be loaded is never recorded as live. A switch that cannot be recorded is taken back.
    private async Task<RegisteredModel> SwitchAsync(RegisteredModel model, Func<Task<RegisteredModel?>> record, StorageTransaction? within)
    {
        var before = live.Path;
        await live.SwitchAsync(FileOf(model), model.ShortVersion);
        try
        {
            within?.WhenOver(stands => stands ? Task.CompletedTask : live.ServeAsync(before));
            return await record() ?? model;
        }
        catch when (within is null)
        {
            await live.ServeAsync(before);
            throw;
        }
    }

    private Task<T> ChangeAsync<T>(Func<Task<T>> change) => ChangeAsync(within: null, change);

    // One at a time, until it stands or is undone.
    private async Task<T> ChangeAsync<T>(StorageTransaction? within, Func<Task<T>> change)
    {
        await _changing.WaitAsync();
        within?.WhenOver(_ =>
        {
            End();
            return Task.CompletedTask;
        });
        try
        {
            return await change();
        }
        finally
        {
            if (within is null)
            {
                End();
            }
        }

        void End()
        {
            _changing.Release();
            Changed?.Invoke();
        }
    }

    private ModelInformation Verify(string path, string name)
    {
        try
        {
            using var model = loader.Load(path);
            return model.Information;
        }
        catch (InvalidModelException fault)
        {
            throw new InvalidModelException(name, fault.Because, fault);
        }
    }

    private async Task<RegisteredModel?> FindModelAsync(string version) => version.Length < ShortestVersion
        ? null
        : (await registry.ListAsync()).FirstOrDefault(model => model.Version.StartsWith(version, StringComparison.OrdinalIgnoreCase));

    private async Task<RegisteredModel> RequireAsync(string version) =>
        await FindModelAsync(version) ?? throw new UserException($"There is no model {version}.");

    private string FileOf(RegisteredModel model) => zips.Exists(model.ZipSha256)
        ? zips.PathOf(model.ZipSha256!)
        : throw new UserException($"The zip of model {model.ShortVersion} is not kept.");

    private ModelEntry Describe(RegisteredModel model)
    {
        try
        {
            var path = FileOf(model);
            return new ModelEntry(model, _described.GetOrAdd(model.ZipSha256!, _ => ModelZip.ReadInformation(path)), null);
        }
        catch (InvalidModelException fault)
        {
            return new ModelEntry(model, null, fault.Because);
        }
        catch (UserException fault)
        {
            return new ModelEntry(model, null, fault.Text);
        }
    }
}
