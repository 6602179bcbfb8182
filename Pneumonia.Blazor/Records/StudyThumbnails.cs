using Microsoft.Extensions.Caching.Memory;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Storage.Images;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core;

namespace Pneumonia.Blazor.Records;

/// <summary>Studies of the store, as small as in the rows of a list. Those seen of late are held in memory; the others are made one after
/// another, so that a page full of them leaves the machine to whoever waits for an answer.</summary>
public sealed class StudyThumbnails(ImageFiles images, DiagnosisService diagnoses) : IDisposable
{
    // Some 6,000 of them.
    private const long MostBytes = 16 << 20;

    // An image that cannot be drawn is an empty place in its row, not a broken one.
    private static readonly StoredImage s_blank = new([.. "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>"u8], "image/svg+xml");

    private readonly MemoryCache _seen = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>A study's thumbnail; an empty one where its image is missing, damaged or none.</summary>
    public async Task<StoredImage> OfAsync(StoredStudy study, CancellationToken cancellation)
    {
        if (_seen.TryGetValue(study.ImageSha256, out StoredImage? seen))
        {
            return seen!;
        }

        await _turn.WaitAsync(cancellation);
        try
        {
            var bytes = await Task.Run(() => images.Read(study.ImageSha256), cancellation);
            var made = await diagnoses.IconAsync(study.FileName, bytes, cancellation);
            return _seen.Set(study.ImageSha256, made, new MemoryCacheEntryOptions { Size = made.Bytes.Length });
        }
        catch (UserException)
        {
            return s_blank;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _seen.Dispose();
        _turn.Dispose();
    }
}
