namespace Pneumonia.Model.Lungs;

/// <summary>A part of the training of the lungs.</summary>
internal enum LungPhase
{
    /// <summary>Images and masks are read.</summary>
    Reading,

    /// <summary>A network learns from one half of the patients, to judge the masks of the other.</summary>
    FirstHalf,

    /// <summary>The same the other way round.</summary>
    SecondHalf,

    /// <summary>The network that is kept learns.</summary>
    Training,
}
