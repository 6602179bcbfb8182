namespace Pneumonia.Tests;

/// <summary>The clock of an app under test: every run of the tests begins on the same day at the same hour, in the same time zone.
/// Time passes, since the app waits for some of what it does; one clock for all apps, so that none is started before it was stopped.</summary>
internal sealed class TestClock : TimeProvider
{
    private readonly long _began = System.GetTimestamp();

    private TestClock()
    {
    }

    /// <summary>When the tests take place: an ordinary morning, far from midnight.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 5, 6, 9, 30, 0, TimeSpan.Zero);

    public static TestClock Instance { get; } = new();

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Start + System.GetElapsedTime(_began);
}
