using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Pneumonia.Blazor.Models;

/// <summary>The open pages that take a model zip by HTTP, each under a name that cannot be guessed.</summary>
public sealed class IncomingModels
{
    private const int TokenLength = 32;

    private readonly ConcurrentDictionary<string, IncomingModel> _open = new();

    /// <summary>Holds one and returns its name, 128 random bits. Whoever adds it removes it.</summary>
    public string Add(IncomingModel model)
    {
        var token = RandomNumberGenerator.GetHexString(TokenLength, lowercase: true);
        _open[token] = model;
        return token;
    }

    /// <summary>The one of a name; null where there is none.</summary>
    public IncomingModel? Find(string token) => _open.GetValueOrDefault(token);

    /// <summary>Lets go of one, and of what has come of it.</summary>
    public void Remove(string token)
    {
        if (_open.TryRemove(token, out var model))
        {
            model.Dispose();
        }
    }
}
