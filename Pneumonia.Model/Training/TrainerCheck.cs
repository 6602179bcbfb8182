using Pneumonia.Core;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Checks;
using Pneumonia.Model.Training.Pretrained.MlNet;

namespace Pneumonia.Model.Training;

/// <summary>Refuses options that cannot be trained with on this machine.</summary>
internal static class TrainerCheck
{
    /// <summary>Checks the options, that the device answers, and that the weights of ML.NET's package are here where they are asked for.</summary>
    /// <exception cref="UserException">An option is wrong; the message names it.</exception>
    public static void Verify(ImageClassificationOptions options)
    {
        OptionsCheck.Verify(options);
        ComputeDevice.Of(options.Run.Device);
        if (options.Network.Weights is { } weights)
        {
            DnnResNet18Package.Locate(weights);
        }
    }
}
