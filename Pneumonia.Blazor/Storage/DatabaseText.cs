using System.Text.Json;

namespace Pneumonia.Blazor.Storage;

/// <summary>How names of the program are written in the database.</summary>
internal static class DatabaseText
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
