using System.Text.Json;
using Pneumonia.Core.Files;

namespace Pneumonia.Model.Commands.Shared;

/// <summary>Progress for programs: a JSON object a line. The first is told, what is not to be missed, and of the others one at a time.</summary>
/// <param name="writer">Where to.</param>
/// <param name="time">Clock of the interval.</param>
/// <param name="interval">At least this long between two that can be missed.</param>
/// <param name="isMilestone">Whether one is not to be missed.</param>
internal sealed class JsonLines<T>(TextWriter writer, TimeProvider time, TimeSpan interval, Func<T, bool> isMilestone) : IProgress<T>
{
    private long? _lastLine;

    /// <inheritdoc/>
    public void Report(T value)
    {
        if (isMilestone(value) || _lastLine is not { } last || time.GetElapsedTime(last) >= interval)
        {
            _lastLine = time.GetTimestamp();
            writer.WriteLine(JsonSerializer.Serialize(value, ModelJson.Line));
        }
    }
}
