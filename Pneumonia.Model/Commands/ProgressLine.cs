using Pneumonia.Model.Data;

namespace Pneumonia.Model.Commands;

/// <summary>One line on standard error that counts; silent where standard error is no terminal.</summary>
internal sealed class ProgressLine(string title) : IProgress<DataProgress>, IDisposable
{
    private readonly Lock gate = new();
    private int shownPercent = -1;

    /// <inheritdoc/>
    public void Report(DataProgress value)
    {
        lock (gate)
        {
            var percent = (int)(100L * value.Done / value.Total);
            if (percent > shownPercent && !Console.IsErrorRedirected)
            {
                shownPercent = percent;
                Console.Error.Write($"\r{title}: {value.Done} of {value.Total} ({percent} %)");
            }
        }
    }

    /// <summary>Ends the line.</summary>
    public void Dispose()
    {
        if (shownPercent >= 0)
        {
            Console.Error.WriteLine();
        }
    }
}
