using Pneumonia.Core;

namespace Pneumonia.Model.Training.Loop;

/// <summary>A training whose loss is no number any more, most often because of a learning rate that is too high.</summary>
/// <param name="epoch">Epoch in which it happened, from 1.</param>
public sealed class TrainingDivergedException(int epoch)
    : UserException($"The training diverged in epoch {epoch}: its loss is no number any more. Try a smaller LearningRate.");
