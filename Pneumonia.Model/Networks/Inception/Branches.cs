using Pneumonia.Model.Networks.Layers;

namespace Pneumonia.Model.Networks.Inception;

/// <summary>What the branches of Inception's modules have in common.</summary>
internal static class Branches
{
    /// <summary>Performs layers one after the other.</summary>
    public static T RunAll<T>(this IOperations<T> operations, T input, params ReadOnlySpan<Layer> layers)
    {
        foreach (var layer in layers)
        {
            input = operations.Run(layer, input);
        }

        return input;
    }
}
