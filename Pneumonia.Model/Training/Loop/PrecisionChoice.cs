using Pneumonia.Core.Recipes;
using Pneumonia.Model.Tensors;

namespace Pneumonia.Model.Training.Loop;

/// <summary>Chooses the numbers to compute with on this machine.</summary>
internal static class PrecisionChoice
{
    /// <summary>Whether training computes with bfloat16 here.</summary>
    public static bool UsesBFloat16(this ImageClassificationOptions options) => options.Optimisation.Precision switch
    {
        TrainingPrecision.BFloat16 => true,
        TrainingPrecision.Auto => options.Run.Device == TrainingDevice.Cuda || Processor.SupportsBFloat16,
        _ => false,
    };
}
