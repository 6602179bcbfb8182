namespace Pneumonia.Model.Studies;

/// <summary>What is asked of a model.</summary>
internal sealed record StudyOptions
{
    /// <summary>Whether to measure under simulated changes of machine, too.</summary>
    public bool WithShifts { get; init; }

    /// <summary>Whether to ask for shortcuts.</summary>
    public bool WithAudit { get; init; }

    /// <summary>Share of the patients that is positive where the model is to be used, more than 0, less than 1; null: as in its held-out
    /// images.</summary>
    public double? Prevalence { get; init; }

    /// <summary>Seed of the bootstrap, of the simulated noise and of the folds.</summary>
    public int Seed { get; init; }
}
