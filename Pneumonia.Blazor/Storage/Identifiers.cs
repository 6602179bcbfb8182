namespace Pneumonia.Blazor.Storage;

/// <summary>Identifiers of stored things: UUIDs whose order is the order of their making, as 32 hexadecimal digits.</summary>
internal static class Identifiers
{
    public static string New(DateTimeOffset at) => Guid.CreateVersion7(at).ToString("N");
}
