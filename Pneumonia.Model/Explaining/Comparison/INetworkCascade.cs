using Pneumonia.Core.Saliency;

namespace Pneumonia.Model.Explaining.Comparison;

/// <summary>A copy of a network that can be made to unlearn, stage by stage from the top down (Adebayo et al. 2018, section 4.1,
/// "cascading randomization").</summary>
public interface INetworkCascade : IDisposable
{
    /// <summary>The copy: as it was learned at first, then randomised down to the last stage asked for.</summary>
    IExplainedNetwork Network { get; }

    /// <summary>The stages' layers, from the top.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Randomises a stage; those above it were randomised before.</summary>
    void Randomize(int stage);
}
