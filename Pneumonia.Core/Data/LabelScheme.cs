using System.Text.Json.Serialization;

namespace Pneumonia.Core.Data;

/// <summary>Where an image's class comes from.</summary>
public enum LabelScheme
{
    /// <summary>The name of its class folder; any number of classes.</summary>
    [JsonStringEnumMemberName("folders")]
    Folders,

    /// <summary>NORMAL, or the cause that the file's name tells: BACTERIAL or VIRAL; see <see cref="CauseLabels"/>.</summary>
    [JsonStringEnumMemberName("bacteria-virus")]
    BacteriaVirus,
}
