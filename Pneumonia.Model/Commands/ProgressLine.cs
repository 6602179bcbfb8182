using Pneumonia.Model.Data;

namespace Pneumonia.Model.Commands;

/// <summary>One line on standard error that counts; silent where standard error is no terminal.</summary>
internal sealed class ProgressLine(string title) : IProgress<DataProgress>, IDisposable
{
    private readonly Lock _gate = new();
    private int _shownPercent = -1;

    /// <inheritdoc/>
    public void Report(DataProgress value)
    {
        lock (_gate)
        {
            var percent = (int)(100L * value.Done / value.Total);
            if (percent > _shownPercent && !Console.IsErrorRedirected)
            {
                _shownPercent = percent;
                Console.Error.Write($"\r{title}: {value.Done} of {value.Total} ({percent} %)");
            }
        }
    }

    /// <summary>Ends the line.</summary>
    public void Dispose()
    {
        if (_shownPercent >= 0)
        {
            Console.Error.WriteLine();
        }
    }
}
