using System.Diagnostics;
using Pneumonia.Blazor.ModelProcess;

namespace Pneumonia.Tests.ModelProcess;

public sealed class BackgroundPriorityTests
{
    [Fact]
    public async Task What_is_started_gives_way_and_gets_its_arguments()
    {
        var start = new ProcessStartInfo("sh", ["-c", "nice; echo \"$0\"", "an argument"]) { RedirectStandardOutput = true };
        using var own = Process.Start(new ProcessStartInfo("nice") { RedirectStandardOutput = true })!;
        var niceness = int.Parse(await own.StandardOutput.ReadToEndAsync());

        using var process = BackgroundPriority.Start(start, niceness: 3);

        Assert.Equal($"{niceness + 3}\nan argument\n", await process.StandardOutput.ReadToEndAsync());
    }

    [Theory]
    [InlineData(0, ProcessPriorityClass.Normal)]
    [InlineData(10, ProcessPriorityClass.BelowNormal)]
    [InlineData(19, ProcessPriorityClass.Idle)]
    public void Windows_has_a_class_of_priority_for_every_niceness(int niceness, ProcessPriorityClass expected) =>
        Assert.Equal(expected, BackgroundPriority.ClassOf(niceness));

    [Fact]
    public void The_dotnet_that_runs_the_tests_is_found() => Assert.True(File.Exists(DotnetHost.Find()), DotnetHost.Find());
}
