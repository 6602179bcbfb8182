using Pneumonia.Core.Data;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;
using Pneumonia.Model.Data.Pictures;
using Pneumonia.Model.Studies.Evaluate;

namespace Pneumonia.Model.Studies;

/// <summary>What a model says of the images that could be read.</summary>
/// <param name="Images">The images.</param>
/// <param name="Looks">How each looks.</param>
/// <param name="Pictures">What equal pictures are known by, and a hash of each one's pixels.</param>
/// <param name="Scores">For every shift the scores, in the order of the images.</param>
internal sealed record ImageAnswers(
    IReadOnlyList<XRay> Images, IReadOnlyList<ImageLook> Looks, IReadOnlyList<(SmallPicture Picture, string Pixels)> Pictures,
    IReadOnlyList<IReadOnlyList<ClassifiedImage>> Scores)
{
    /// <summary>Whose X-ray each was taken for; null where the model makes no difference.</summary>
    public IReadOnlyList<PopulationFinding?> Populations { get; init; } = [.. Images.Select(_ => (PopulationFinding?)null)];
}
