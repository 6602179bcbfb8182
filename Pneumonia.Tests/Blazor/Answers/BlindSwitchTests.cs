using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Components.Answers;
using Pneumonia.Blazor.ReadingRoom;

namespace Pneumonia.Tests.Blazor.Answers;

public sealed class BlindSwitchTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Fact]
    public void It_switches_blind_reading_on_and_off()
    {
        var session = Tab.GetRequiredService<ReadingSession>();
        var box = Render<BlindSwitch>();

        box.Find("input").Change(true);
        Assert.True(session.BlindReading);
        box.Find("input").Change(false);
        Assert.False(session.BlindReading);
    }
}
