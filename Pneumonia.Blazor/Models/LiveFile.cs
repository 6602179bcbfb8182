using Pneumonia.Blazor.Serving;
using Pneumonia.Core;
using Pneumonia.Core.Serving.Pool;

namespace Pneumonia.Blazor.Models;

/// <summary>Which file is served: one of the library's, or the operator's own where that cannot be kept.</summary>
internal sealed class LiveFile(ModelSlot slot, ModelSource source)
{
    /// <summary>Whether the operator's own file is served.</summary>
    public bool IsSource => Path == source.Path;

    /// <summary>The file that is served.</summary>
    public string Path => slot.Status.FilePath;

    /// <summary>Serves a file from now on; one that cannot be loaded leaves the model before it serving, with a warning.</summary>
    public Task ServeAsync(string path) => slot.ServeFromAsync(path);

    /// <summary>Serves a file from now on, or goes on as before.</summary>
    /// <exception cref="UserException">The file cannot be loaded.</exception>
    public async Task SwitchAsync(string path, string shortVersion)
    {
        var before = Path;
        await ServeAsync(path);
        await slot.LoadAsync();
        if (slot.Status is var status && (status.Version != shortVersion || status.Warning is not null))
        {
            await ServeAsync(before);
            throw new UserException($"Model {shortVersion} cannot be taken into service: {status.Warning ?? (UserText)"its zip holds another model."}");
        }
    }
}
