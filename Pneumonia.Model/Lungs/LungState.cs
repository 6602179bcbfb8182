namespace Pneumonia.Model.Lungs;

/// <summary>Where the training of one network stands after a full epoch.</summary>
/// <param name="Epoch">Full epochs done.</param>
/// <param name="Step">Steps done.</param>
/// <param name="Dice">Mean Dice coefficient on the images held out after each epoch.</param>
internal sealed record LungState(int Epoch, long Step, IReadOnlyList<double> Dice);
