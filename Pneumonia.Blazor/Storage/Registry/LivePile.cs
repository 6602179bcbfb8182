namespace Pneumonia.Blazor.Storage.Registry;

/// <summary>Which models a roll-back leads to: every promotion puts one on a pile, every roll-back takes off what is above its target.</summary>
internal static class LivePile
{
    /// <param name="changes">Every change, oldest first.</param>
    /// <returns>Versions, the one in service first.</returns>
    public static IEnumerable<string> Of(IEnumerable<(string Version, ModelEventKind Kind)> changes)
    {
        var pile = new Stack<string>();
        foreach (var (version, kind) in changes)
        {
            if (kind == ModelEventKind.Promoted)
            {
                pile.Push(version);
                continue;
            }

            while (pile.TryPeek(out var top) && top != version)
            {
                pile.Pop();
            }
        }

        return pile;
    }
}
