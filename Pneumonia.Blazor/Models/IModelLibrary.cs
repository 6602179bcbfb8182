using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Registry;
using Pneumonia.Core;

namespace Pneumonia.Blazor.Models;

/// <summary>The models of this app, by version: adds, promotes, takes back, deletes. A version is the SHA-256 of the weights; wherever one
/// is asked for, its first 8 digits or more do.</summary>
public interface IModelLibrary
{
    /// <summary>Raised after anything here has changed, on any thread.</summary>
    event Action? Changed;

    /// <summary>All models, the one in service first.</summary>
    /// <exception cref="StorageException">The registry cannot be read.</exception>
    Task<IReadOnlyList<ModelEntry>> ListAsync();

    /// <summary>A model by its version; null where there is none.</summary>
    Task<ModelEntry?> FindAsync(string version);

    /// <summary>Every change of the model in service, newest first.</summary>
    Task<IReadOnlyList<ModelEvent>> HistoryAsync();

    /// <summary>The model that <see cref="RollBackAsync"/> leads to; null where there is none.</summary>
    Task<RegisteredModel?> BeforeLiveAsync();

    /// <summary>Keeps a model zip, after it was loaded and verified, and registers it. It does not come into service by that. A zip that
    /// is here already is returned as it is.</summary>
    /// <param name="content">The zip.</param>
    /// <param name="name">Its file name, for messages.</param>
    /// <param name="origin">Where it came from.</param>
    /// <param name="cancellation">Ends it before anything is kept.</param>
    /// <exception cref="UserException">It is no model that this app could serve; or it could not be stored.</exception>
    Task<ModelEntry> AddAsync(Stream content, string name, ModelOrigin origin, CancellationToken cancellation = default);

    /// <summary>Takes a model into service and records it. The model before it answers until the new one is loaded.</summary>
    /// <param name="version">The model.</param>
    /// <param name="note">Why; null for no remark.</param>
    /// <param name="within">What the change is recorded together with; null for nothing. Until that is over no other model can be taken into
    /// service, and where it is undone, the model before answers again.</param>
    /// <exception cref="UserException">There is no such model, or it cannot be loaded; then nothing has changed.</exception>
    Task<ModelEntry> PromoteAsync(string version, string? note = null, StorageTransaction? within = null);

    /// <summary>Takes the model back into service that was there before.</summary>
    /// <inheritdoc cref="PromoteAsync" path="/param"/>
    /// <exception cref="UserException">There is none, or it cannot be loaded; then nothing has changed.</exception>
    Task<ModelEntry> RollBackAsync(string? note = null, StorageTransaction? within = null);

    /// <summary>Deletes a model and its zip; its history stays.</summary>
    /// <exception cref="UserException">There is no such model, or it is in service.</exception>
    Task DeleteAsync(string version);

    /// <summary>The file of a model's zip.</summary>
    /// <exception cref="UserException">There is no such model, or its zip is not kept.</exception>
    Task<string> ZipOfAsync(string version);
}
