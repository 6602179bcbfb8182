using Pneumonia.Blazor.Storage.Databases;

namespace Pneumonia.Blazor.Storage.Registry;

/// <summary>Which models there are, which is in service, which ones were, and since when.</summary>
public interface IModelRegistry
{
    /// <summary>Registers a model, or another zip of a model that is registered.</summary>
    Task RegisterAsync(NewModel model);

    /// <summary>Records that a model's zip was found anew at <c>Model:Path</c>.</summary>
    Task OfferedAsync(string version);

    /// <summary>SHA-256 of the zip that was last found anew at <c>Model:Path</c>; null before the first.</summary>
    Task<string?> LastOfferedZipAsync();

    /// <summary>Puts a registered model into service, and returns it as it is then. Nothing happens where it is in service already.</summary>
    /// <param name="version">The model.</param>
    /// <param name="note">Why; null for no remark.</param>
    /// <param name="within">What it is stored together with; null for nothing.</param>
    /// <returns>The model; null where there is none of this version.</returns>
    Task<RegisteredModel?> PromoteAsync(string version, string? note = null, StorageTransaction? within = null);

    /// <summary>The model that was in service before, of those not deleted; null where there is none.</summary>
    Task<RegisteredModel?> BeforeLiveAsync();

    /// <summary>Takes the model back that was in service before, and returns it; null where there is none.</summary>
    /// <inheritdoc cref="PromoteAsync" path="/param"/>
    Task<RegisteredModel?> RollBackAsync(string? note = null, StorageTransaction? within = null);

    /// <summary>Takes a model off the list; its history stays. False where it is in service, or not on the list.</summary>
    Task<bool> DeleteAsync(string version);

    /// <summary>The model in service; null before the first.</summary>
    Task<RegisteredModel?> LiveAsync();

    /// <summary>All models that are not deleted, the one in service first, then the newest.</summary>
    Task<IReadOnlyList<RegisteredModel>> ListAsync();

    /// <summary>Every change of the model in service, newest first.</summary>
    Task<IReadOnlyList<ModelEvent>> HistoryAsync();
}
