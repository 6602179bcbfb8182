using Pneumonia.Core.Imaging;

namespace Pneumonia.Core.Recipes.Checks;

/// <summary>Refuses a network that cannot be made, by the option's name.</summary>
internal static class NetworkSettingsCheck
{
    public static void Verify(NetworkSettings network, Architecture architecture)
    {
        var preprocessing = network.Preprocessing;
        Requirement.Hold(
            Math.Min(preprocessing.Width, preprocessing.ViewHeight) >= architecture.MinimumSize, nameof(network.Preprocessing),
            $"{preprocessing.Width} x {preprocessing.Height}", $"{architecture.Name} needs {architecture.MinimumSize} pixels or more a side");
        Requirement.Hold(
            Enum.IsDefined(preprocessing.Standardisation), nameof(preprocessing.Standardisation), preprocessing.Standardisation, "is not known");
        Requirement.Hold(network.Dropout is >= 0 and < 1, nameof(network.Dropout), network.Dropout, "must be from 0 to less than 1");
        Requirement.Hold(
            (network.Backbone == BackboneMode.RandomWeights) == (network.Weights is null), nameof(network.Weights), network.Weights ?? "none",
            "goes with a fine-tuned or frozen backbone, and these need it");
        VerifyLungs(network);
        VerifyWeights(network.Weights, architecture);
    }

    private static void VerifyLungs(NetworkSettings network)
    {
        Requirement.Hold(
            (network.Preprocessing.Lungs is null) == (network.LungFinder is null), nameof(network.LungFinder), network.LungFinder ?? "none",
            "goes with a preprocessing that cuts the lungs out, and this needs it");
        Requirement.Hold(
            network.LungFinder is null || File.Exists(network.LungFinder), nameof(network.LungFinder), network.LungFinder ?? "", "there is no such file");
        if (network.Preprocessing.Lungs is { } lungs)
        {
            Requirement.Hold(lungs.Side is >= 32 and <= 4096, nameof(lungs.Side), lungs.Side, "must be from 32 to 4096");
            Requirement.Hold(lungs.Margin is >= 0 and <= 0.5, nameof(lungs.Margin), lungs.Margin, "must be from 0 to 0.5");
            Requirement.Hold(lungs.Outside is >= 0 and <= 1, nameof(lungs.Outside), lungs.Outside, "must be from 0 to 1");
            Requirement.Hold(
                network.Preprocessing.Height % network.Preprocessing.Views == 0, nameof(network.Preprocessing.Height), network.Preprocessing.Height,
                "must be even where the whole image stands above the lungs");
            Requirement.Hold(lungs.Grown is >= 0 and <= 0.2, nameof(lungs.Grown), lungs.Grown, "must be from 0 to 0.2");
        }
    }

    // Whether the package's file is on this machine, only the trainer can say.
    private static void VerifyWeights(string? weights, Architecture architecture)
    {
        if (weights == NetworkSettings.DnnResNet18Weights)
        {
            Requirement.Hold(
                architecture.Name == Architectures.ResNet18Dnn, nameof(NetworkSettings.Weights), weights, $"goes with --arch {Architectures.ResNet18Dnn} alone");
        }
        else
        {
            Requirement.Hold(weights is null || File.Exists(weights), nameof(NetworkSettings.Weights), weights ?? "", "there is no such file");
        }
    }
}
