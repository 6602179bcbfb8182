using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Pneumonia.Blazor.Diagnosing;

/// <summary>Images of the open sessions, in memory only. Whoever adds one removes it.</summary>
public sealed class ImageStore
{
    private const int IdLength = 32;

    private readonly ConcurrentDictionary<string, StoredImage> images = new();

    /// <summary>Images held now.</summary>
    public int Count => images.Count;

    /// <summary>Holds an image and returns its id, 128 random bits.</summary>
    public string Add(StoredImage image)
    {
        var id = RandomNumberGenerator.GetHexString(IdLength, lowercase: true);
        images[id] = image;
        return id;
    }

    public StoredImage? Find(string id) => images.GetValueOrDefault(id);

    public void Remove(string id) => images.TryRemove(id, out _);
}
