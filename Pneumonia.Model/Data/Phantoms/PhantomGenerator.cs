using Pneumonia.Core;

namespace Pneumonia.Model.Data.Phantoms;

/// <summary>Draws synthetic chest X-rays: for tests and demonstrations, and for checking explanations against places that are
/// known. They are no substitute for patients: a model trained on them knows nothing of people.</summary>
/// <remarks>A body is a map of how much it takes of the rays (soft tissue, bones, less the lungs' air), an acquisition a view of
/// that map with exposure, noise and collimation. Opacities are drawn from a random generator of their own: with the same seed,
/// the phantom with pneumonia and the one without differ in the opacities alone.</remarks>
public sealed class PhantomGenerator
{
    /// <summary>Smallest size, in which the burnt-in word still fits.</summary>
    public const int MinSize = 64;

    /// <summary>Largest size.</summary>
    public const int MaxSize = 2048;

    private const float LungAir = 0.4f;
    private readonly int _size;

    /// <summary>Makes a generator.</summary>
    /// <param name="size">Columns and rows of its phantoms, 64 to 2048.</param>
    /// <exception cref="UserException">The size is out of range.</exception>
    public PhantomGenerator(int size = 512) =>
        _size = size is >= MinSize and <= MaxSize
            ? size
            : throw new UserException($"The size of phantoms must lie between {MinSize} and {MaxSize} pixels, but is {size}.");

    /// <summary>Draws a new body with or without pneumonia, of either kind.</summary>
    /// <param name="random">Source of everything; two with the same seed give the same phantom.</param>
    /// <param name="pneumonia">Whether it has pneumonia.</param>
    public Phantom Draw(Random random, bool pneumonia)
    {
        var kind = random.Next(2) == 0 ? OpacityKind.Focal : OpacityKind.Diffuse;
        return Draw(Anatomy.Draw(random), pneumonia ? kind : null, random);
    }

    /// <summary>Draws one exposure of a body.</summary>
    internal Phantom Draw(Anatomy anatomy, OpacityKind? kind, Random random)
    {
        var acquisition = Acquisition.Draw(random);
        var opacityRandom = new Random(random.Next());
        var lungs = new Lungs(anatomy);
        var heart = Mediastinum.DrawHeart(_size, anatomy);
        var air = lungs.Draw(_size, heart);
        var opacity = kind is { } opacityKind ? Opacity.Draw(opacityKind, air, opacityRandom) : null;
        var body = DrawBody(anatomy, lungs, air, heart, opacity);
        return new Phantom(
            _size, PhantomExposure.Expose(body, acquisition), opacity is null ? [] : PhantomExposure.Boxes(opacity, kind!.Value, acquisition))
        {
            Lungs = PhantomExposure.LungBox(air, acquisition),
        };
    }

    /// <summary>Draws the lung fields of what <see cref="Draw(Anatomy, OpacityKind?, Random)"/> gives for the same body and seed: 255 in them, the
    /// part behind the heart included, and 0 beside them.</summary>
    internal byte[] DrawLungs(Anatomy anatomy, Random random) =>
        PhantomExposure.LungMask(new Lungs(anatomy).Draw(_size, heart: new Layer(_size)), Acquisition.Draw(random));

    private Layer DrawBody(Anatomy anatomy, Lungs lungs, Layer air, Layer heart, Layer? opacity)
    {
        var detail = new Random(anatomy.DetailSeed);
        var body = new Layer(_size);
        SoftTissue.Draw(body, anatomy, lungs, detail);
        var unevenness = ValueNoise.DrawOctaves(_size, 5, 3, detail);
        for (var i = 0; i < body.Values.Length; i++)
        {
            body.Values[i] *= 1 + 0.05f * unevenness.Values[i];
            body.Values[i] += 0.09f * heart.Values[i] - LungAir * air.Values[i] + (opacity?.Values[i] ?? 0);
        }

        Vessels.Draw(body, air, detail);
        Bones.Draw(body, anatomy, lungs);
        Mediastinum.DrawSpineAndTrachea(body, anatomy);
        return body;
    }
}
