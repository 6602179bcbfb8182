using Pneumonia.Model.Data;

namespace Pneumonia.Model.Training.Images;

/// <summary>Finds images that are both trained on and held out.</summary>
internal static class ContentLeak
{
    /// <summary>Says loudly when files of the same content stand on both sides of the split.</summary>
    public static void Report(ImageStore training, ImageStore heldOut, Action<string> log)
    {
        var shared = heldOut.ContentHashes.Intersect(training.ContentHashes).Count();
        if (shared > 0)
        {
            log($"LEAK: {shared} held-out images are trained on, too, under another name: the held-out figures flatter. See 'data inspect'.");
        }
    }
}
