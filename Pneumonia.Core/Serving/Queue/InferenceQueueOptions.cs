using System.ComponentModel.DataAnnotations;

namespace Pneumonia.Core.Serving.Queue;

/// <summary>How much an <see cref="InferenceQueue"/> takes.</summary>
public sealed class InferenceQueueOptions
{
    /// <summary>How many may wait at each priority, so that none fills the room of another.</summary>
    [Range(1, int.MaxValue)]
    public int MostWaiting { get; set; } = 64;

    /// <summary>How many images are answered at once, at most.</summary>
    [Range(1, int.MaxValue)]
    public int MostAtOnce { get; set; } = 8;
}
