using Pneumonia.Model;

namespace Pneumonia.Blazor.Trainings;

/// <summary>A training that ended with an error.</summary>
public sealed class TrainingFailedException(string message) : UserException(message);
