namespace Pneumonia.Core.Data;

/// <summary>How far a pass over many images is.</summary>
/// <param name="Done">Images done.</param>
/// <param name="Total">Images in all.</param>
public readonly record struct DataProgress(int Done, int Total);
