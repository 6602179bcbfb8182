using System.ComponentModel.DataAnnotations;

namespace Pneumonia.Blazor.Api;

/// <summary>Section <c>Api</c> of the configuration.</summary>
public sealed class ApiOptions
{
    public const string Section = "Api";

    /// <summary>How many requests one address may send in a minute; 0 for any number. So many may come at once after a quiet
    /// minute.</summary>
    [Range(0, int.MaxValue)]
    public int RequestsPerMinute { get; set; } = 600;
}
