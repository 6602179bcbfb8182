using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc;
using Pneumonia.Blazor.Uploads;
using Pneumonia.Core;

namespace Pneumonia.Blazor.Hosting;

/// <summary>What a page says of a file that it sends.</summary>
/// <param name="Key">What it calls the file, however often it sends it.</param>
/// <param name="Name">The file's name, percent-encoded.</param>
/// <param name="Length">Bytes of the whole file, where the body is a part of it.</param>
/// <param name="Offset">Where the part begins.</param>
internal sealed record UploadHeaders(
    [property: FromHeader(Name = "Upload-Key")] string? Key,
    [property: FromHeader(Name = "Upload-Name")] string? Name,
    [property: FromHeader(Name = "Upload-Length")] long? Length,
    [property: FromHeader(Name = "Upload-Offset")] long? Offset)
{
    private const int LongestName = 255;
    private const int LongestKey = 64;

    /// <summary>What to send, for who did not.</summary>
    public static UserText Needed { get; } =
        $"Send Upload-Key of at most {LongestKey} characters and Upload-Name, percent-encoded, of at most {LongestName}.";

    /// <summary>The file's name as it is.</summary>
    public string FileName { get; } = Uri.UnescapeDataString(Name ?? "");

    /// <summary>Whether the file has a key and a name.</summary>
    [MemberNotNullWhen(true, nameof(Key))]
    public bool AreNamed => Key is { Length: > 0 and <= LongestKey } && FileName.Length is > 0 and <= LongestName && !FileName.Contains('\0');

    /// <summary>Whether the body is said to be the whole file.</summary>
    public bool AreOfWhole => Length is null && Offset is null;

    /// <summary>The part that the body is; null where it is no part.</summary>
    public FilePart? Part(Stream body) => Length is >= 0 && Offset is >= 0 ? new FilePart(Length.Value, Offset.Value, body) : null;
}
