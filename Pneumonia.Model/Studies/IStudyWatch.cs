using Pneumonia.Core.Data;

namespace Pneumonia.Model.Studies;

/// <summary>Hears how a study of a model goes.</summary>
internal interface IStudyWatch
{
    /// <summary>A part begins; the one before is over.</summary>
    /// <param name="part">What it does, in words.</param>
    /// <returns>Hears of the part's progress.</returns>
    IProgress<DataProgress> Begin(string part);

    /// <summary>An image is left out.</summary>
    /// <param name="error">Which, and why.</param>
    void LeftOut(string error);

    /// <summary>Something is amiss with the images.</summary>
    /// <param name="warning">What, and what follows.</param>
    void Warn(string warning);
}
