using Bunit;
using Pneumonia.Blazor.Components.Registry;
using Pneumonia.Blazor.Storage.Registry;

namespace Pneumonia.Tests.Blazor.Registry;

public sealed class ModelHistoryTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Fact]
    public void Each_change_says_when_it_was_what_came_and_why()
    {
        var history = Render<ModelHistory>(with => with.Add(it => it.Events,
        [
            new ModelEvent("0123456789abcdef", "second", ModelEventKind.RolledBack, TestClock.Start, "it missed too much"),
            new ModelEvent("short", "نموذج", ModelEventKind.Promoted, TestClock.Start, null),
        ]));

        Assert.StartsWith("Back to second 01234567", history.FindAll("li > span")[0].Text(), StringComparison.Ordinal);
        Assert.Equal("it missed too much", Assert.Single(history.FindAll("small")).Text());
        Assert.Equal("نموذج short came into service", history.FindAll("li > span")[1].Text());
        Assert.All(history.FindAll("time"), time => Assert.StartsWith("2026-05-06T09:30:00", time.GetAttribute("datetime")!, StringComparison.Ordinal));
    }
}
