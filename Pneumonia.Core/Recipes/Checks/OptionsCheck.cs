namespace Pneumonia.Core.Recipes.Checks;

/// <summary>Refuses options that cannot be trained with, by name, as far as they can be told without the machine that trains.</summary>
public static class OptionsCheck
{
    /// <summary>Checks all that a recipe holds.</summary>
    /// <exception cref="UserException">An option is wrong; the message names it.</exception>
    public static void Verify(ImageClassificationOptions options)
    {
        var architecture = Architectures.Find(options.Arch);
        NetworkSettingsCheck.Verify(options.Network, architecture);
        DataSettingsCheck.Verify(options.Data);
        OptimisationSettingsCheck.Verify(options.Optimisation);
        PackagingSettingsCheck.Verify(options.Packaging);
        Requirement.Hold(options.Epoch >= 1, nameof(options.Epoch), options.Epoch, "must be 1 or more");
        Requirement.Hold(options.BatchSize >= 1, nameof(options.BatchSize), options.BatchSize, "must be 1 or more");
        Requirement.Hold(
            options.LearningRate > 0 && double.IsFinite(options.LearningRate), nameof(options.LearningRate), options.LearningRate, "must be more than 0");
        Requirement.Hold(
            options.ValidationSetFraction is > 0 and < 1, nameof(options.ValidationSetFraction), options.ValidationSetFraction, "must be between 0 and 1");
        VerifyStopping(options.EarlyStoppingCriteria);
        VerifyRun(options);
        VerifyFrozen(options);
    }

    private static void VerifyStopping(EarlyStopping? stopping)
    {
        Requirement.Hold(stopping is null or { Patience: >= 1 }, nameof(stopping.Patience), stopping?.Patience ?? 0, "must be 1 or more");
        Requirement.Hold(
            stopping is null || (stopping.MinDelta >= 0 && double.IsFinite(stopping.MinDelta)), nameof(stopping.MinDelta), stopping?.MinDelta ?? 0,
            "must be 0 or more");
    }

    private static void VerifyRun(ImageClassificationOptions options)
    {
        var (stop, members) = (options.Run.StopAfterEpoch, options.Optimisation.Members);
        Requirement.Hold(
            members == 1 || stop is null, nameof(options.Optimisation.Members), members, "a training that stops on its way has one member");
        Requirement.Hold(stop is null or >= 1, nameof(options.Run.StopAfterEpoch), stop ?? 0, "must be 1 or more");
    }

    private static void VerifyFrozen(ImageClassificationOptions options)
    {
        var (data, isFrozen) = (options.Data, options.Network.Backbone == BackboneMode.Frozen);
        Requirement.Hold(
            !isFrozen || data.AuxiliaryCause == 0, nameof(data.AuxiliaryCause), data.AuxiliaryCause,
            "teaches the backbone, and a frozen one learns nothing");
        Requirement.Hold(
            !isFrozen || !data.Augmentation.Mixes, "Mixup, CutMix", $"{data.Augmentation.Mixup}, {data.Augmentation.CutMix}",
            "these mix images, and a frozen backbone's classifier sees none");
    }
}
