namespace Pneumonia.Model.Data.Phantoms;

/// <summary>What differs from one body to the next. Lengths are in body coordinates (<see cref="Layer"/>).</summary>
internal sealed record Anatomy
{
    /// <summary>Half the width of the torso.</summary>
    public required float TorsoHalfWidth { get; init; }

    /// <summary>Half the distance between the lungs' outer edges.</summary>
    public required float ChestHalfWidth { get; init; }

    /// <summary>Where the lungs' apices end.</summary>
    public required float Apex { get; init; }

    /// <summary>Top of the right and left diaphragm domes.</summary>
    public required (float Right, float Left) Domes { get; init; }

    /// <summary>Size of the heart, about 1.</summary>
    public required float Heart { get; init; }

    /// <summary>Tilt of the heart's long axis, in radians.</summary>
    public required float HeartTilt { get; init; }

    /// <summary>Half the width of the upper mediastinum.</summary>
    public required float Mediastinum { get; init; }

    /// <summary>Distance between two ribs at the spine.</summary>
    public required float RibSpacing { get; init; }

    /// <summary>How far a rib falls from the spine to the flank.</summary>
    public required float RibDrop { get; init; }

    /// <summary>How much the bones take, about 1.</summary>
    public required float Bone { get; init; }

    /// <summary>Sideways bend of the spine.</summary>
    public required float SpineBend { get; init; }

    /// <summary>How far the clavicles rise to the shoulders.</summary>
    public required float ClavicleRise { get; init; }

    /// <summary>Seed of everything small: vessels, texture, the gastric bubble.</summary>
    public required int DetailSeed { get; init; }

    /// <summary>Draws a body.</summary>
    public static Anatomy Draw(Random random)
    {
        var dome = random.Around(0.36f, 0.08f);
        return new Anatomy
        {
            TorsoHalfWidth = random.Around(0.86f, 0.05f),
            ChestHalfWidth = random.Around(0.69f, 0.04f),
            Apex = random.Around(-0.7f, 0.04f),
            Domes = (dome, dome + random.Around(0.04f, 0.03f)),
            Heart = random.Around(1, 0.12f),
            HeartTilt = random.Around(0.55f, 0.2f),
            Mediastinum = random.Around(0.12f, 0.03f),
            RibSpacing = random.Around(0.125f, 0.01f),
            RibDrop = random.Around(0.2f, 0.05f),
            Bone = random.Around(1, 0.3f),
            SpineBend = random.Around(0, 0.03f),
            ClavicleRise = random.Around(0.13f, 0.07f),
            DetailSeed = random.Next(),
        };
    }
}
