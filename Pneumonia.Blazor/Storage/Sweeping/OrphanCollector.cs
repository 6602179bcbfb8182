using Pneumonia.Blazor.Storage.Images;
using Pneumonia.Blazor.Storage.Studies;

namespace Pneumonia.Blazor.Storage.Sweeping;

/// <summary>Deletes images without a study, left by an upload that ended between file and row, and reports studies without an image.</summary>
public sealed class OrphanCollector(ImageFiles images, IStudyStore studies, TimeProvider clock)
{
    /// <param name="age">How old an image must be: longer than the time from its file to its row.</param>
    public async Task<OrphanReport> CollectAsync(TimeSpan age)
    {
        var olderThan = clock.GetUtcNow().UtcDateTime - age;
        var remover = new ImageRemover(images);
        var unfinished = remover.TidyUp(olderThan);
        var present = images.Hashes().ToHashSet();
        var needed = await studies.ImagesAsync();

        var removed = 0;
        foreach (var hash in present.Where(hash => !needed.Contains(hash) && remover.LastPut(hash) < olderThan))
        {
            removed += await remover.RemoveAsync(hash, olderThan, () => studies.NeedsImageAsync(hash)) ? 1 : 0;
        }

        return new OrphanReport(removed, unfinished, [.. needed.Where(hash => !present.Contains(hash) && !images.Exists(hash))]);
    }
}
