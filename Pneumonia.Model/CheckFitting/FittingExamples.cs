using Pneumonia.Core.Checks;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Model.CheckFitting.Spoiling;
using Pneumonia.Model.Studies.Shifts;

namespace Pneumonia.Model.CheckFitting;

/// <summary>Makes the images that checks are fitted on, one after the other.</summary>
/// <param name="size">Columns and rows that X-rays are brought to first: the model sees no more of them.</param>
/// <param name="seed">Seed of all changes.</param>
internal sealed class FittingExamples((int Width, int Height) size, int seed)
{
    private readonly RadiographDecoder _decoder = new();
    private readonly IReadOnlyList<ImageShift> _shifts = ImageShifts.All(seed);
    private readonly Spoilt[] _rotations = [.. Spoilt.All.Where(way => way.Reason == CheckReasons.Rotated)];
    private readonly Spoilt _cropped = Spoilt.All.Single(way => way.Reason == CheckReasons.Cropped);
    private readonly Random _random = new(seed);

    /// <summary>X-rays as they are, acceptably changed, and spoilt.</summary>
    /// <param name="images">The files; one that cannot be read is left out.</param>
    /// <param name="group">Names the group of an X-ray.</param>
    public IEnumerable<FittingExample> Spoil(IEnumerable<XRay> images, Func<XRay, string> group)
    {
        foreach (var (index, (image, file)) in Read(images).Index())
        {
            yield return new(image, InputChecks.Upright, group(file));
            yield return new(Acceptable.Change(image, _shifts, _random), InputChecks.Upright, group(file));
            yield return Spoil(image, _rotations[index % _rotations.Length]);
            yield return Spoil(image, _cropped);
            if (index % 2 == 0)
            {
                yield return Spoil(image, Spoilt.Inverted);
            }
        }
    }

    /// <summary>X-rays as they are.</summary>
    /// <inheritdoc cref="Spoil(IEnumerable{XRay}, Func{XRay, string})"/>
    public IEnumerable<FittingExample> Plain(IEnumerable<XRay> images, Func<XRay, string> group) =>
        Read(images).Select(item => new FittingExample(item.Image, InputChecks.Upright, group(item.File)));

    /// <summary>Pictures of other things.</summary>
    /// <param name="count">How many.</param>
    public IEnumerable<FittingExample> Pictures(int count) => Enumerable.Range(0, count).Select(index =>
        new FittingExample(OtherPictures.Draw(index, Math.Max(size.Width, size.Height), _random), CheckReasons.NotChestXray));

    private FittingExample Spoil(Radiograph image, Spoilt way) => new(way.Apply(image, _random), way.Reason);

    private IEnumerable<(Radiograph Image, XRay File)> Read(IEnumerable<XRay> files)
    {
        foreach (var file in files)
        {
            Radiograph image;
            try
            {
                image = InvertedLook.Corrected(_decoder.DecodeFile(file.Path));
            }
            catch (InvalidRadiographException)
            {
                continue;
            }

            yield return (Spoilt.Resized(image, size.Width, size.Height), file);
        }
    }
}
