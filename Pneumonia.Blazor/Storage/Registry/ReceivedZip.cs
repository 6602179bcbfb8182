namespace Pneumonia.Blazor.Storage.Registry;

/// <summary>A zip that has arrived but is not accepted yet; disposing it deletes it.</summary>
/// <param name="Path">Where it lies for now.</param>
/// <param name="Sha256">SHA-256 of its content.</param>
/// <param name="Bytes">Its length.</param>
internal sealed record ReceivedZip(string Path, string Sha256, long Bytes) : IDisposable
{
    public void Dispose() => File.Delete(Path);
}
