using Pneumonia.Core.Data;

namespace Pneumonia.Model.Commands.Shared;

/// <summary>One line on standard error that counts; where standard error is no terminal, a new line every half minute.</summary>
internal sealed class ProgressLine(string title) : IProgress<DataProgress>, IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private long _lastLine = TimeProvider.System.GetTimestamp();
    private int _shownPercent = -1;

    /// <inheritdoc/>
    public void Report(DataProgress value)
    {
        lock (_gate)
        {
            var percent = (int)(100L * value.Done / value.Total);
            var text = $"{title}: {value.Done} of {value.Total} ({percent} %)";
            if (Console.IsErrorRedirected)
            {
                if (TimeProvider.System.GetElapsedTime(_lastLine) >= s_interval)
                {
                    _lastLine = TimeProvider.System.GetTimestamp();
                    Console.Error.WriteLine(text);
                }
            }
            else if (percent > _shownPercent)
            {
                _shownPercent = percent;
                Console.Error.Write($"\r{text}");
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
