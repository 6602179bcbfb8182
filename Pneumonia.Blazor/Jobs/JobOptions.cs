using System.ComponentModel.DataAnnotations;

namespace Pneumonia.Blazor.Jobs;

/// <summary>Section <c>Jobs</c> of the configuration.</summary>
public sealed class JobOptions
{
    public const string Section = "Jobs";

    /// <summary>Most files of one job.</summary>
    [Range(1, int.MaxValue)]
    public int MostFiles { get; set; } = 100;

    /// <summary>Most bytes of one job's request.</summary>
    [Range(1.0, (double)long.MaxValue)]
    public long MostBytes { get; set; } = 1L << 30;

    /// <summary>How many files of all jobs may wait.</summary>
    [Range(1, int.MaxValue)]
    public int MostWaiting { get; set; } = 1000;

    /// <summary>How long to wait before the next try while the store does not work.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(5);
}
