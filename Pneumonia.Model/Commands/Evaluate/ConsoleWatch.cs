using Pneumonia.Core.Data;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Studies;

namespace Pneumonia.Model.Commands.Evaluate;

/// <summary>Tells on standard error how a study goes.</summary>
internal sealed class ConsoleWatch : IStudyWatch, IDisposable
{
    private ProgressLine? _line;

    /// <inheritdoc/>
    public IProgress<DataProgress> Begin(string part)
    {
        Dispose();
        return _line = new ProgressLine(part);
    }

    /// <inheritdoc/>
    public void LeftOut(string error) => Console.Error.WriteLine($"left out: {error}");

    /// <inheritdoc/>
    public void Warn(string warning) => Console.Error.WriteLine($"WARNING: {warning}");

    /// <summary>Ends the line of the last part.</summary>
    public void Dispose()
    {
        _line?.Dispose();
        _line = null;
    }
}
