using Microsoft.Extensions.Time.Testing;
using Pneumonia.Core.Data;
using Pneumonia.Model.Commands.Shared;

namespace Pneumonia.Tests.Commands.Shared;

public sealed class JsonLinesTests
{
    [Fact]
    public void The_first_the_milestones_and_one_an_interval_are_told_a_line_each()
    {
        var (writer, time) = (new StringWriter { NewLine = "\n" }, new FakeTimeProvider());
        var lines = new JsonLines<DataProgress>(writer, time, TimeSpan.FromSeconds(1), pass => pass.Done == pass.Total);

        lines.Report(new(1, 9));
        lines.Report(new(2, 9));
        time.Advance(TimeSpan.FromSeconds(1));
        lines.Report(new(3, 9));
        lines.Report(new(9, 9));

        Assert.Equal(
            ["""{"done":1,"total":9}""", """{"done":3,"total":9}""", """{"done":9,"total":9}"""],
            writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
