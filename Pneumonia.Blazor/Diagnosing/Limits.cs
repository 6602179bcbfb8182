namespace Pneumonia.Blazor.Diagnosing;

/// <summary>What one visitor may ask of the server.</summary>
internal static class Limits
{
    public const long MegabytesPerFile = 64;
    public const long BytesPerFile = MegabytesPerFile * 1024 * 1024;
    public const int StudiesPerSession = 500;

    /// <summary>Images that one session reads and analyses at the same time.</summary>
    public const int InFlightPerSession = 2;

    /// <summary>Files that one session holds in memory unanswered: those in flight, and those whose sender has begun anew after a break.</summary>
    public const int UploadsPerSession = 2 * InFlightPerSession;
}
