using Pneumonia.Blazor.Models;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Registry;
using Pneumonia.Core;
using Pneumonia.Tests.Monitoring;

namespace Pneumonia.Tests.Blazor.Registry;

/// <summary>Models in memory, or a registry that answers late or not at all. The first given answers.</summary>
internal sealed class MadeLibrary(params string[] names) : IModelLibrary
{
    private readonly List<string> _names = [.. names];
    private readonly Stack<string> _before = new();
    private readonly List<ModelEvent> _history = [];
    private string? _live = names.FirstOrDefault();

    public event Action? Changed;

    public Task Gate { get; set; } = Task.CompletedTask;

    public bool IsDown { get; set; }

    /// <summary>Name of the model whose zip cannot be read; null for none.</summary>
    public string? Broken { get; init; }

    /// <summary>Why no zip is taken; null where all are.</summary>
    public string? Refusal { get; init; }

    public string? Live => _live;

    public async Task<IReadOnlyList<ModelEntry>> ListAsync()
    {
        await Gate;
        return IsDown ? throw new StorageUnavailableException("The registry cannot be read") : [.. _names.OrderBy(name => name != _live).Select(Entry)];
    }

    public Task<ModelEntry?> FindAsync(string version) =>
        Task.FromResult(_names.Select(Entry).FirstOrDefault(entry => entry.Model.Version.StartsWith(version, StringComparison.Ordinal)));

    public Task<IReadOnlyList<ModelEvent>> HistoryAsync() => Task.FromResult<IReadOnlyList<ModelEvent>>(_history);

    public Task<RegisteredModel?> BeforeLiveAsync() => Task.FromResult(_before.TryPeek(out var name) ? Entry(name).Model : null);

    public Task<ModelEntry> PromoteAsync(string version, string? note = null, StorageTransaction? within = null)
    {
        _before.Push(_live!);
        return ServeAsync(_names.First(name => KnownModel.VersionOf(name) == version), ModelEventKind.Promoted);
    }

    public Task<ModelEntry> RollBackAsync(string? note = null, StorageTransaction? within = null) => ServeAsync(_before.Pop(), ModelEventKind.RolledBack);

    public Task DeleteAsync(string version) => throw new StorageUnavailableException("The registry cannot be written");

    public Task<ModelEntry> AddAsync(Stream content, string name, ModelOrigin origin, CancellationToken cancellation = default) =>
        Refusal is { } why ? throw new UserException(why) : Task.FromResult(Entry(Path.GetFileNameWithoutExtension(name)));

    public Task<string> ZipOfAsync(string version) => throw new NotSupportedException();

    private Task<ModelEntry> ServeAsync(string name, ModelEventKind kind)
    {
        _live = name;
        _history.Insert(0, new ModelEvent(KnownModel.VersionOf(name), name, kind, TestClock.Start, "because"));
        Changed?.Invoke();
        return Task.FromResult(Entry(name));
    }

    private ModelEntry Entry(string name)
    {
        var model = new RegisteredModel(
            KnownModel.VersionOf(name), name, new string('0', 64), 45_000_000, ModelOrigin.Upload, TestClock.Start, name == _live ? TestClock.Start : null);
        return name == Broken ? new ModelEntry(model, null, "it is no zip file") : new ModelEntry(model, KnownModel.Create(name), null);
    }
}
