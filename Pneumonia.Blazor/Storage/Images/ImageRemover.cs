namespace Pneumonia.Blazor.Storage.Images;

/// <summary>Takes images away, so that none is lost that is stored again at the same time.</summary>
public sealed class ImageRemover(ImageFiles images)
{
    /// <summary>When an image was last stored, UTC; the year 1601 where there is none.</summary>
    public DateTime LastPut(string hash) => File.GetLastWriteTimeUtc(images.PathOf(hash));

    /// <summary>
    /// Removes an image unless <paramref name="isNeeded"/>, which is asked once the image lies aside: whoever stores the same image
    /// meanwhile has either touched it before, which is seen here, or finds none and writes it anew.
    /// </summary>
    public async Task<bool> RemoveAsync(string hash, DateTime olderThan, Func<Task<bool>> isNeeded)
    {
        var aside = Path.Combine(images.Removing, $"{hash}.bin");
        try
        {
            File.Move(images.PathOf(hash), aside, overwrite: true);
        }
        catch (FileNotFoundException)
        {
            return false;
        }

        if (File.GetLastWriteTimeUtc(aside) >= olderThan || await isNeeded())
        {
            PutBack(aside);
            return false;
        }

        File.Delete(aside);
        return true;
    }

    /// <summary>Puts back what a removal that was cut short has left aside, and deletes unfinished files older than a time.</summary>
    /// <returns>How many unfinished files were deleted.</returns>
    public int TidyUp(DateTime olderThan)
    {
        foreach (var aside in Directory.EnumerateFiles(images.Removing).Where(path => ImageFiles.IsHash(Path.GetFileNameWithoutExtension(path))))
        {
            PutBack(aside);
        }

        var unfinished = Directory.EnumerateFiles(images.Incoming).Where(path => File.GetLastWriteTimeUtc(path) < olderThan).ToList();
        unfinished.ForEach(File.Delete);
        return unfinished.Count;
    }

    private void PutBack(string aside)
    {
        var path = images.PathOf(Path.GetFileNameWithoutExtension(aside));
        if (File.Exists(path))
        {
            File.Delete(aside);
        }
        else
        {
            File.Move(aside, path, overwrite: true);
            DirectorySync.Flush(Path.GetDirectoryName(path)!);
        }
    }
}
