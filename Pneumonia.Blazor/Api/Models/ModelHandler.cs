using Pneumonia.Blazor.Api.Idempotency;
using Pneumonia.Blazor.Models;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Registry;
using Pneumonia.Core;

namespace Pneumonia.Blazor.Api.Models;

/// <summary>Takes another model into service.</summary>
internal sealed class ModelHandler(IModelLibrary library, IModelRegistry registry)
{
    public Task<Outcome> PromoteAsync(string version, string? note, StorageTransaction within) => AnswerAsync(async () =>
    {
        _ = await library.FindAsync(version)
            ?? throw new RequestRefusedException(StatusCodes.Status404NotFound, "There is no such model.");
        return await library.PromoteAsync(version, note, within);
    });

    public Task<Outcome> RollBackAsync(string? from, string? note, StorageTransaction within) => AnswerAsync(async () =>
    {
        if (from is not null && (await registry.LiveAsync())?.Version.StartsWith(from, StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new RequestRefusedException(StatusCodes.Status409Conflict, "Another model is in service.");
        }

        return await library.RollBackAsync(note, within);
    });

    private static async Task<Outcome> AnswerAsync(Func<Task<ModelEntry>> change)
    {
        try
        {
            return new Outcome(StatusCodes.Status200OK, ModelAnswer.Of((await change()).Model));
        }
        catch (UserException fault) when (fault is not StorageException and not RequestRefusedException)
        {
            throw new RequestRefusedException(StatusCodes.Status409Conflict, fault.Text);
        }
    }
}
