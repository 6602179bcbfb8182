using Pneumonia.Model.Data;
using Pneumonia.Model.Networks;
using Pneumonia.Model.Training.Augmentation;
using Pneumonia.Model.Training.Pretrained.MlNet;

namespace Pneumonia.Model.Training;

/// <summary>Refuses options that cannot be trained with, by name.</summary>
internal static class OptionsCheck
{
    public static void Verify(ImageClassificationTrainer.Options options)
    {
        var architecture = Architectures.Find(options.Arch);
        Require(
            Math.Min(options.Preprocessing.Width, options.Preprocessing.Height) >= architecture.MinimumSize, nameof(options.Preprocessing),
            $"{options.Preprocessing.Width} x {options.Preprocessing.Height}", $"{architecture.Name} needs {architecture.MinimumSize} pixels or more a side");
        HoldOutRule.Parse(options.HoldOut);
        ComputeDevice.Of(options.Device);
        Require(
            Enum.IsDefined(options.Preprocessing.Standardisation), nameof(options.Preprocessing.Standardisation),
            options.Preprocessing.Standardisation, "is not known");
        Require(options.Epoch >= 1, nameof(options.Epoch), options.Epoch, "must be 1 or more");
        Require(options.Members >= 1, nameof(options.Members), options.Members, "must be 1 or more");
        Require(
            options.Members == 1 || options.StopAfterEpoch is null, nameof(options.Members), options.Members,
            "a training that stops on its way has one member");
        Require(options.StopAfterEpoch is null or >= 1, nameof(options.StopAfterEpoch), options.StopAfterEpoch ?? 0, "must be 1 or more");
        Require(options.Phantoms >= 0, nameof(options.Phantoms), options.Phantoms, "must be 0 or more");
        Require(options.BatchSize >= 1, nameof(options.BatchSize), options.BatchSize, "must be 1 or more");
        Require(options.LearningRate > 0 && double.IsFinite(options.LearningRate), nameof(options.LearningRate), options.LearningRate, "must be more than 0");
        Require(options.WeightDecay >= 0, nameof(options.WeightDecay), options.WeightDecay, "must be 0 or more");
        Require(options.Momentum is >= 0 and < 1, nameof(options.Momentum), options.Momentum, "must be from 0 to less than 1");
        Require(options.LabelSmoothing is >= 0 and < 1, nameof(options.LabelSmoothing), options.LabelSmoothing, "must be from 0 to less than 1");
        Require(options.Dropout is >= 0 and < 1, nameof(options.Dropout), options.Dropout, "must be from 0 to less than 1");
        Require(options.EmaDecay is >= 0 and < 1, nameof(options.EmaDecay), options.EmaDecay, "must be from 0 to less than 1");
        Require(
            options.ShortcutWeight >= 1 && double.IsFinite(options.ShortcutWeight), nameof(options.ShortcutWeight), options.ShortcutWeight, "must be 1 or more");
        Require(options.GradientClip >= 0, nameof(options.GradientClip), options.GradientClip, "must be 0 or more");
        Require(
            options.ValidationSetFraction is > 0 and < 1, nameof(options.ValidationSetFraction), options.ValidationSetFraction, "must be between 0 and 1");
        Require(
            (options.Backbone == BackboneMode.RandomWeights) == (options.Weights is null), nameof(options.Weights), options.Weights ?? "none",
            "goes with a fine-tuned or frozen backbone, and these need it");
        Require(options.TriageRisks.RuleOut is > 0 and < 1, nameof(options.TriageRisks.RuleOut), options.TriageRisks.RuleOut, "a risk must be between 0 and 1");
        Require(options.TriageRisks.RuleIn is > 0 and < 1, nameof(options.TriageRisks.RuleIn), options.TriageRisks.RuleIn, "a risk must be between 0 and 1");
        AugmentationCheck.Verify(options.Augmentation);
        Require(options.AuxiliaryCause is >= 0 and <= 1, nameof(options.AuxiliaryCause), options.AuxiliaryCause, "must be from 0 to 1");
        var frozen = options.Backbone == BackboneMode.Frozen;
        Require(
            !frozen || options.AuxiliaryCause == 0, nameof(options.AuxiliaryCause), options.AuxiliaryCause,
            "teaches the backbone, and a frozen one learns nothing");
        Require(
            !frozen || !options.Augmentation.Mixes, "Mixup, CutMix", $"{options.Augmentation.Mixup}, {options.Augmentation.CutMix}",
            "these mix images, and a frozen backbone's classifier sees none");
        Require(
            options.Weights != DnnResNet18Package.Name || architecture.Name == DnnResNet18Package.Architecture, nameof(options.Weights), options.Weights ?? "",
            $"goes with --arch {DnnResNet18Package.Architecture} alone");
        Require(options.Weights is null || File.Exists(DnnResNet18Package.Locate(options.Weights)), nameof(options.Weights), options.Weights ?? "", "there is no such file");
    }

    internal static void Require(bool condition, string option, object value, string reason)
    {
        if (!condition)
        {
            throw new UserException($"{option} {value}: {reason}.");
        }
    }
}
