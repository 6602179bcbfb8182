namespace Pneumonia.Blazor.Monitoring.Drift;

/// <summary>A feature on one day.</summary>
/// <param name="Day">The day, UTC.</param>
/// <param name="Count">Studies.</param>
/// <param name="Spread">Where most of their values lie.</param>
public sealed record DaySpread(DateOnly Day, int Count, Spread Spread);
