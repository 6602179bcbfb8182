namespace Pneumonia.Core.Recipes;

/// <summary>How the learning rate moves over a training.</summary>
public enum LearningRateScheduler
{
    /// <summary>Up over the first 30% of the steps, then down by a cosine to nearly nothing (Smith and Topin 2019).</summary>
    OneCycle,

    /// <summary>Down by half a cosine (Loshchilov and Hutter 2017, equation 5, without restarts).</summary>
    Cosine,

    /// <summary>The same throughout.</summary>
    Constant,
}
