namespace Pneumonia.Core.Saliency;

/// <summary>A way to say which places of an image speak for a class. Holds no state: one instance serves all threads.</summary>
public interface IExplanationMethod
{
    /// <summary>Short name, as on the command line, e.g. <c>grad-cam</c>.</summary>
    string Name { get; }

    /// <summary>Name for people, e.g. <c>Grad-CAM</c>.</summary>
    string Title { get; }

    /// <summary>Whether it takes seconds, because it asks the network many times, not once or twice.</summary>
    bool IsSlow { get; }

    /// <summary>Evidence that is drawn in full: a map whose strongest place has less is not blown up to 1. In the unit of
    /// <see cref="Evidence"/>; 0 where the unit has no scale of its own.</summary>
    float FullEvidence => 0;

    /// <summary>Whether it can explain a network.</summary>
    bool Suits(IExplainedNetwork network) => true;

    /// <summary>Whether it can explain every <see cref="IGradientNetwork"/>, also where it does not suit the same network without gradients.</summary>
    bool UsesGradients => false;

    /// <summary>Explains.</summary>
    /// <param name="request">What to explain.</param>
    /// <returns>A map of any size.</returns>
    /// <exception cref="ArgumentException">The method does not suit the network.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    EvidenceMap Evidence(ExplanationRequest request);
}
