namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>What became of a file that a tab has sent.</summary>
public enum UploadOutcome
{
    /// <summary>Some of it is here, and the rest is waited for.</summary>
    Partly,

    /// <summary>It is one of the tab's X-rays, with an answer or the reason why there is none.</summary>
    Taken,

    /// <summary>It has more bytes than a file may have.</summary>
    TooLarge,

    /// <summary>The tab holds as many X-rays as it may.</summary>
    TabFull,

    /// <summary>The tab has closed.</summary>
    Gone,
}
