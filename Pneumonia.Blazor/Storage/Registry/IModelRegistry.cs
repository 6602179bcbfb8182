namespace Pneumonia.Blazor.Storage.Registry;

/// <summary>Which model is in service, which ones were, and since when.</summary>
public interface IModelRegistry
{
    /// <summary>Puts a model into service; registers it where it is new. Nothing happens where it is in service already.</summary>
    Task PromoteAsync(string version, string name, string file, string? note = null);

    /// <summary>Takes the model back that was in service before, and returns it; null where there was none.</summary>
    Task<RegisteredModel?> RollBackAsync(string? note = null);

    /// <summary>The model in service; null before the first.</summary>
    Task<RegisteredModel?> LiveAsync();

    /// <summary>All models, the one in service first.</summary>
    Task<IReadOnlyList<RegisteredModel>> ListAsync();

    /// <summary>Every change, newest first.</summary>
    Task<IReadOnlyList<ModelEvent>> HistoryAsync();
}
