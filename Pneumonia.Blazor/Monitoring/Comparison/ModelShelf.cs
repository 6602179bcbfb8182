using Pneumonia.Blazor.Serving;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Registry;
using Pneumonia.Model.Serving;
using Pneumonia.Model.Serving.Package;

namespace Pneumonia.Blazor.Monitoring.Comparison;

/// <summary>The models that can be compared: the one in service, and those that the registry knows and whose zips are still there.</summary>
public sealed class ModelShelf(LiveModel live, IModelRegistry registry)
{
    /// <summary>Version (SHA-256 of the weights) and name of every model, the one in service first; that one alone where the registry
    /// does not answer.</summary>
    public async Task<IReadOnlyList<ShelvedModel>> ListAsync()
    {
        var serving = live.Information is { } information
            ? new ShelvedModel(information.Calibration.WeightsSha256, information.Manifest.Name)
            : null;
        IReadOnlyList<RegisteredModel> registered;
        try
        {
            registered = await registry.ListAsync();
        }
        catch (StorageException)
        {
            registered = [];
        }

        return
        [
            .. serving is null ? [] : new[] { serving },
            .. registered.Where(model => model.Version != serving?.Version).Select(model => new ShelvedModel(model.Version, model.Name)),
        ];
    }

    /// <summary>What the model's zip says of it; null where the zip is not there any more, is damaged or holds another version by now.</summary>
    public async Task<ModelInformation?> FindAsync(string version)
    {
        if (live.Information is { } information && information.Calibration.WeightsSha256 == version)
        {
            return information;
        }

        try
        {
            return (await registry.ListAsync()).FirstOrDefault(model => model.Version == version) is { } found
                && await Task.Run(() => ModelZip.ReadInformation(found.File)) is var read
                && read.Calibration.WeightsSha256 == version
                ? read
                : null;
        }
        catch (Exception fault) when (fault is StorageException or InvalidModelException)
        {
            return null;
        }
    }
}
