namespace Pneumonia.Core.Recipes;

/// <summary>How the weights are learned, apart from rate, epochs and batches.</summary>
public sealed record OptimisationSettings
{
    /// <summary>Trainings whose weights are averaged into the model (a "model soup", Wortsman et al. 2022): all begin with the same
    /// weights, and each goes through the images in another order and with other random changes. 1 or more; takes as many times as long.</summary>
    public int Members { get; init; } = 1;

    /// <summary>The optimiser.</summary>
    public OptimizerKind Optimizer { get; init; } = OptimizerKind.AdamW;

    /// <summary>Weight decay: decoupled for AdamW, L2 for the others. Not for biases and batch norms.</summary>
    public double WeightDecay { get; init; } = 0.02;

    /// <summary>Momentum of SGD, or the first beta of Adam and AdamW.</summary>
    public double Momentum { get; init; } = 0.9;

    /// <summary>Share of the target spread over all classes (Szegedy et al. 2016, section 7); 0 to 1.</summary>
    public double LabelSmoothing { get; init; } = 0.05;

    /// <summary>Decay of the moving average of the weights per step, which is what is evaluated and saved; 0: no average.</summary>
    public double EmaDecay { get; init; } = 0.995;

    /// <summary>Largest norm of the gradient; 0: not clipped.</summary>
    public double GradientClip { get; init; } = 1;

    /// <summary>Numbers that convolutions are computed with in training.</summary>
    public TrainingPrecision Precision { get; init; } = TrainingPrecision.Auto;
}
