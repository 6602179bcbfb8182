using System.Diagnostics.CodeAnalysis;
using Pneumonia.Core.Package;

namespace Pneumonia.Core.Serving.Pool;

/// <summary>Reads a file where it may hold something new, and remembers what was tried. Not thread-safe.</summary>
internal sealed class ModelFileReader(IModelLoader loader)
{
    /// <summary>Why there is no model where there is no file.</summary>
    public const string Missing = "the file does not exist.";

    private FileStamp? _tried;
    private string? _loadedHash;

    /// <summary>Forgets what was tried: the next look is at another file.</summary>
    public void Forget() => _tried = null;

    /// <summary>Whether the file may be another than at the last look.</summary>
    /// <param name="path">The file.</param>
    /// <param name="heard">Whether a change was heard: then it may, even where length and times are the same.</param>
    public bool MayBeNew(string path, bool heard)
    {
        var stamp = FileStamp.Of(path);
        if (stamp is not null && stamp == _tried && !heard)
        {
            return false;
        }

        _tried = stamp;
        return true;
    }

    /// <summary>Loads what <see cref="MayBeNew"/> has looked at.</summary>
    /// <param name="path">The file.</param>
    /// <param name="serving">Whether the model that was loaded last still serves.</param>
    /// <returns>The model; null where it is the one that serves.</returns>
    /// <exception cref="InvalidModelException">The file is missing or bad.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever a new file does to its loader, the model before it must go on serving.")]
    public IRadiographModel? Load(string path, bool serving)
    {
        if (_tried is null)
        {
            throw new InvalidModelException(path, Missing);
        }

        var hash = FileStamp.ContentHash(path);
        if (serving && hash is not null && hash == _loadedHash)
        {
            return null;
        }

        try
        {
            var model = loader.Load(path);

            // Where the file was replaced meanwhile, the hash may be of the one before; the next look sees another stamp.
            _loadedHash = FileStamp.Of(path) == _tried ? hash : null;
            return model;
        }
        catch (Exception fault) when (fault is not InvalidModelException)
        {
            throw new InvalidModelException(path, $"the model could not be loaded: {fault.Message}", fault);
        }
    }
}
