namespace Pneumonia.Model.Data.Phantoms;

/// <summary>What differs from one exposure of the same body to the next. Drawn alike with and without pneumonia.</summary>
internal sealed record Acquisition
{
    /// <summary>Rotation, in radians.</summary>
    public required float Rotation { get; init; }

    /// <summary>Half the width of the view, in body coordinates.</summary>
    public required float View { get; init; }

    /// <summary>Middle of the view, in body coordinates.</summary>
    public required (float X, float Y) Centre { get; init; }

    /// <summary>Attenuation shown black and white.</summary>
    public required (float Black, float White) Window { get; init; }

    /// <summary>Exponent of the grey curve.</summary>
    public required float Gamma { get; init; }

    /// <summary>Change of brightness from the left edge to the right.</summary>
    public required float Tilt { get; init; }

    /// <summary>Standard deviation of the noise where the body takes most, of a grey scale from 0 to 1.</summary>
    public required float Noise { get; init; }

    /// <summary>Width of the black collimated borders, as fractions of the image: left, top, right, bottom.</summary>
    public required IReadOnlyList<float> Borders { get; init; }

    /// <summary>Corner of the burnt-in text: bit 0 right, bit 1 bottom.</summary>
    public required int MarkerCorner { get; init; }

    /// <summary>Seed of the noise.</summary>
    public required int NoiseSeed { get; init; }

    /// <summary>Draws an exposure.</summary>
    public static Acquisition Draw(Random random) => new()
    {
        Rotation = random.Around(0, 0.07f),
        View = random.Around(0.88f, 0.06f),
        Centre = (random.Around(0, 0.04f), random.Around(-0.06f, 0.05f)),
        Window = (random.Around(0.05f, 0.04f), random.Around(0.86f, 0.07f)),
        Gamma = random.Around(1, 0.2f),
        Tilt = random.Around(0, 0.06f),
        Noise = random.Around(0.022f, 0.012f),
        Borders = [.. Enumerable.Range(0, 4).Select(_ => MathF.Max(0, random.Between(-0.06f, 0.06f)))],
        MarkerCorner = random.Next(4),
        NoiseSeed = random.Next(),
    };
}
