using Pneumonia.Blazor.Models;
using Pneumonia.Blazor.Serving;
using Pneumonia.Blazor.Storage;
using Pneumonia.Core.Package;

namespace Pneumonia.Blazor.Monitoring.Comparison;

/// <summary>The models that can be compared: the one in service, and those of the library.</summary>
public sealed class ModelShelf(LiveModel live, IModelLibrary library)
{
    /// <summary>Version (SHA-256 of the weights) and name of every model, the one in service first; that one alone where the library
    /// does not answer.</summary>
    public async Task<IReadOnlyList<ShelvedModel>> ListAsync()
    {
        var serving = live.Information is { } information
            ? new ShelvedModel(information.Calibration.WeightsSha256, information.Manifest.Name)
            : null;
        IReadOnlyList<ModelEntry> kept;
        try
        {
            kept = await library.ListAsync();
        }
        catch (StorageException)
        {
            kept = [];
        }

        return
        [
            .. serving is null ? [] : new[] { serving },
            .. kept.Select(entry => entry.Model).Where(model => model.Version != serving?.Version)
                .Select(model => new ShelvedModel(model.Version, model.Name)),
        ];
    }

    /// <summary>What the model's zip says of it; null where the zip is not there any more or cannot be read.</summary>
    public async Task<ModelInformation?> FindAsync(string version)
    {
        if (live.Information is { } information && information.Calibration.WeightsSha256 == version)
        {
            return information;
        }

        try
        {
            return (await library.FindAsync(version))?.Information;
        }
        catch (StorageException)
        {
            return null;
        }
    }
}
