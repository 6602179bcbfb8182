namespace Pneumonia.Core.Lungs;

/// <summary>Finds the lung fields on chest X-rays. Called by several threads at once.</summary>
public interface ILungFinder
{
    /// <summary>Finds them.</summary>
    /// <param name="grey">Row-major grey levels from 0 (black) to 1 (white) of the whole X-ray, inversion corrected.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    LungField Find(ReadOnlySpan<float> grey, int width, int height);
}
