namespace Pneumonia.Core.Serving.Queue;

/// <summary>More is waiting for an answer than the queue takes.</summary>
public sealed class InferenceQueueFullException() : UserException("Too many X-rays are waiting to be answered for; try again in a moment.");
