using System.Text.Json;
using Pneumonia.Core.Data;
using Pneumonia.Core.Files;

namespace Pneumonia.Model.Commands.Shared;

/// <summary>A pass's progress for programs: a JSON object a line, at its beginning and end, and at most ten times a second in between.</summary>
internal sealed class JsonDataProgress(TextWriter writer, TimeProvider time) : IProgress<DataProgress>
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(100);

    private long? _lastLine;

    /// <inheritdoc/>
    public void Report(DataProgress value)
    {
        if (value.Done == value.Total || _lastLine is not { } last || time.GetElapsedTime(last) >= s_interval)
        {
            _lastLine = time.GetTimestamp();
            writer.WriteLine(JsonSerializer.Serialize(value, ModelJson.Line));
        }
    }
}
