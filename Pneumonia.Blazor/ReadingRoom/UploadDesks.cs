using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>The open tabs that take files, each under a name that cannot be guessed. Whoever adds one removes it.</summary>
public sealed class UploadDesks
{
    private const int TokenLength = 32;

    private readonly ConcurrentDictionary<string, UploadDesk> _desks = new();

    /// <summary>Tabs that take files now.</summary>
    public int Count => _desks.Count;

    /// <summary>Holds a desk and returns its name, 128 random bits.</summary>
    public string Add(UploadDesk desk)
    {
        var token = RandomNumberGenerator.GetHexString(TokenLength, lowercase: true);
        _desks[token] = desk;
        return token;
    }

    /// <summary>The desk of a name; null where there is none.</summary>
    public UploadDesk? Find(string token) => _desks.GetValueOrDefault(token);

    public void Remove(string token) => _desks.TryRemove(token, out _);
}
