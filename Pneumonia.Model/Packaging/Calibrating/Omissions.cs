using Pneumonia.Core;
using Pneumonia.Core.Package;

namespace Pneumonia.Model.Packaging.Calibrating;

/// <summary>Remembers what could not be fitted: an hour's training is not thrown away because a statistic has too little to go by.</summary>
/// <param name="log">Hears of each at once.</param>
internal sealed class Omissions(Action<string>? log = null)
{
    private readonly List<Omission> _omitted = [];

    /// <summary>What was left out so far.</summary>
    public IReadOnlyList<Omission> All => _omitted;

    /// <summary>Fits something; null where that cannot be done.</summary>
    /// <param name="what">In words.</param>
    /// <param name="fit">Fits it.</param>
    public T? Try<T>(string what, Func<T?> fit)
        where T : class
    {
        try
        {
            return fit();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever went wrong: the network is worth more than the figure.
            Add(what, e is UserException ? e.Message : "Something went wrong there that was not foreseen.");
            return null;
        }
    }

    /// <summary>Takes in what was left out of a part.</summary>
    /// <param name="part">What was left out of it.</param>
    /// <param name="of">The part, in words.</param>
    public void Add(Omissions part, string of)
    {
        foreach (var omission in part.All)
        {
            Add($"{omission.What}, {of}", omission.Why);
        }
    }

    /// <summary>Leaves something out.</summary>
    /// <param name="what">In words.</param>
    /// <param name="why">A sentence.</param>
    public void Add(string what, string why)
    {
        _omitted.Add(new Omission(what, why));
        log?.Invoke($"left out of the model: {what}. {why}");
    }
}
