using System.Collections.Concurrent;
using System.Security.Cryptography;
using Pneumonia.Blazor.Diagnosing;

namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>Images of the open sessions, in memory only, and recipes of those that are too large to be held and are made whenever they
/// are fetched. Whoever adds one removes it.</summary>
public sealed class SessionImages
{
    private const int IdLength = 32;

    private readonly ConcurrentDictionary<string, Func<CancellationToken, Task<StoredImage>>> _images = new();

    /// <summary>Images held now.</summary>
    public int Count => _images.Count;

    /// <summary>Holds an image and returns its id, 128 random bits.</summary>
    public string Add(StoredImage image) => Add(_ => Task.FromResult(image));

    /// <summary>Holds how an image is made, on any thread, and returns its id.</summary>
    public string Add(Func<CancellationToken, Task<StoredImage>> make)
    {
        var id = RandomNumberGenerator.GetHexString(IdLength, lowercase: true);
        _images[id] = make;
        return id;
    }

    /// <summary>How to get an image; null where there is none of this id.</summary>
    public Func<CancellationToken, Task<StoredImage>>? Find(string id) => _images.GetValueOrDefault(id);

    public void Remove(string id) => _images.TryRemove(id, out _);
}
