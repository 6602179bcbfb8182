using System.CommandLine;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Pneumonia.Core;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Numbers;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Json;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Data;

namespace Pneumonia.Model.Commands.Train;

/// <summary>The trainer's options on the command line. What is not given comes from the recipe, else from the defaults.</summary>
internal sealed class TrainOptions
{
    private static readonly ImageClassificationOptions s_defaults = new();

    private readonly Option<string?> _recipe = new("--recipe") { Description = "JSON file of options; those given beside it prevail.", HelpName = "FILE" };
    private readonly List<Action<ParseResult, Box>> _setters = [];
    private readonly List<Option> _options = [];

    public TrainOptions()
    {
        _options.Add(_recipe);
        Add("--arch", "NAME", $"Architecture: {Architectures.Names}.", s_defaults.Arch, (o, v) => o with { Arch = v });
        AddWord("--backbone", "MODE", "RandomWeights, FineTuned or Frozen.", s_defaults.Network.Backbone,
            (o, v) => o with { Network = o.Network with { Backbone = v } });
        Add<string?>("--weights", "FILE", "Weights to begin with: .safetensors, a model zip, a TensorFlow.js model.json, or dnn-resnet18 (ImageNet's, for --arch resnet18_dnn).", null,
            (o, v) => o with { Network = o.Network with { Weights = v } });
        Add<string?>("--weights-note", "TEXT", "Where the weights come from and their licence, for the model card.", null,
            (o, v) => o with { Network = o.Network with { WeightsNote = v } });
        Add<string?>("--data-description", "FILE", "JSON file with the data set's title, attribution and licence, for the model card. Default: DATASET.json in the data's folder.",
            null, (o, v) => o with { Data = o.Data with { DataDescription = DataDescriptionFile.Read(v!) } });
        AddNumber("--epoch", "N", NumberLimits.AtLeast(1), "Epochs at the most.", s_defaults.Epoch, (o, v) => o with { Epoch = v });
        AddNumber("--members", "N", NumberLimits.AtLeast(1), "Trainings whose weights are averaged into the model.", s_defaults.Optimisation.Members,
            (o, v) => o with { Optimisation = o.Optimisation with { Members = v } });
        AddNumber("--batch-size", "N", NumberLimits.AtLeast(1), "Images in a step.", s_defaults.BatchSize, (o, v) => o with { BatchSize = v });
        AddNumber("--learning-rate", "X", NumberLimits.MoreThan(0), "Highest learning rate.", s_defaults.LearningRate, (o, v) => o with { LearningRate = v });
        AddWord("--scheduler", "NAME", "OneCycle, Cosine or Constant.", s_defaults.LearningRateScheduler, (o, v) => o with { LearningRateScheduler = v });
        AddNumber("--patience", "N", NumberLimits.AtLeast(1), "Epochs without a better one before stopping.", new EarlyStopping().Patience,
            (o, v) => o with { EarlyStoppingCriteria = (o.EarlyStoppingCriteria ?? new EarlyStopping()) with { Patience = v } });
        AddNumber("--validation-fraction", "X", NumberLimits.InnerShare, "Share of the patients held out.", s_defaults.ValidationSetFraction,
            (o, v) => o with { ValidationSetFraction = v });
        Add("--hold-out", "RULE", "Patients held out: random, first (lowest numbers), acquisition:NAME (e.g. IM) or site:NAME (e.g. hospital2).", s_defaults.Data.HoldOut,
            (o, v) => o with { Data = o.Data with { HoldOut = v } });
        Add<string?>("--adults", "DIR", "Adults' X-rays to learn from beside the data's, which are children's then: CLASS/*, or a table that the recipe names.", null,
            (o, v) => o with { Data = o.Data with { Adults = (o.Data.Adults ?? new AdultSettings()) with { Folder = v } } });
        AddNumber("--phantoms", "N", NumberLimits.AtLeast(0), "Synthetic phantoms to train on beside the images.", s_defaults.Data.Phantoms,
            (o, v) => o with { Data = o.Data with { Phantoms = v } });
        AddWord("--optimizer", "NAME", "Sgd, Adam or AdamW.", s_defaults.Optimisation.Optimizer,
            (o, v) => o with { Optimisation = o.Optimisation with { Optimizer = v } });
        AddNumber("--weight-decay", "X", NumberLimits.AtLeast(0), "Weight decay.", s_defaults.Optimisation.WeightDecay,
            (o, v) => o with { Optimisation = o.Optimisation with { WeightDecay = v } });
        AddNumber("--momentum", "X", NumberLimits.ShareBelowOne, "Momentum, or first beta of Adam.", s_defaults.Optimisation.Momentum,
            (o, v) => o with { Optimisation = o.Optimisation with { Momentum = v } });
        AddWord("--class-weights", "MODE", "Balanced or None.", s_defaults.Data.ClassWeights,
            (o, v) => o with { Data = o.Data with { ClassWeights = v } });
        AddNumber("--shortcut-weight", "X", NumberLimits.AtLeast(1), "How often images come whose class grey levels, sharpness and borders tell wrongly; 1: as often as all.",
            s_defaults.Data.ShortcutWeight, (o, v) => o with { Data = o.Data with { ShortcutWeight = v } });
        AddNumber("--label-smoothing", "X", NumberLimits.ShareBelowOne, "Label smoothing.", s_defaults.Optimisation.LabelSmoothing,
            (o, v) => o with { Optimisation = o.Optimisation with { LabelSmoothing = v } });
        AddNumber("--dropout", "X", NumberLimits.ShareBelowOne, "Dropout before the classifier.", s_defaults.Network.Dropout,
            (o, v) => o with { Network = o.Network with { Dropout = v } });
        AddNumber("--ema-decay", "X", NumberLimits.ShareBelowOne, "Decay of the average of the weights; 0: none.", s_defaults.Optimisation.EmaDecay,
            (o, v) => o with { Optimisation = o.Optimisation with { EmaDecay = v } });
        AddNumber("--image-size", "N", NumberLimits.Between(1, 4096), "Side of the network's input, pixels.", s_defaults.Network.Preprocessing.Width,
            (o, v) => o with { Network = o.Network with { Preprocessing = o.Network.Preprocessing with { Width = v, Height = v } } });
        Add<string?>("--lungs", "FILE.onnx", "Show the network the lungs alone, as this file of 'lungs train' finds them.", null, (o, v) => o with
        {
            Network = o.Network with { LungFinder = v, Preprocessing = o.Network.Preprocessing with { Lungs = o.Network.Preprocessing.Lungs ?? new LungFraming() } },
        });
        AddNumber("--rule-out-risk", "X", NumberLimits.InnerShare, "Most pneumonia patients ruled out, as a share of them.", s_defaults.Packaging.TriageRisks.RuleOut,
            (o, v) => o with { Packaging = o.Packaging with { TriageRisks = o.Packaging.TriageRisks with { RuleOut = v } } });
        AddNumber("--rule-in-risk", "X", NumberLimits.InnerShare, "Most normal patients ruled in, as a share of them.", s_defaults.Packaging.TriageRisks.RuleIn,
            (o, v) => o with { Packaging = o.Packaging with { TriageRisks = o.Packaging.TriageRisks with { RuleIn = v } } });
        AddWord("--precision", "NAME", "Auto, Float32 or BFloat16.", s_defaults.Optimisation.Precision,
            (o, v) => o with { Optimisation = o.Optimisation with { Precision = v } });
        AddWord("--device", "cpu|cuda", "Where the network is trained; cuda needs a build with -p:Torch=cuda and an NVIDIA driver.", s_defaults.Run.Device,
            (o, v) => o with { Run = o.Run with { Device = v } });
        AddNumber("--seed", "N", NumberLimits.Any, "Seed of the split, the weights, the order and the augmentation.", s_defaults.Seed, (o, v) => o with { Seed = v });
        Add("--test-on-train-set", null, "Report the metrics on the training images, too.", false, (o, v) => o with { TestOnTrainSet = v });
        Add("--allow-unreadable", null, "Go on when more than 1% of the images cannot be read.", false,
            (o, v) => o with { Data = o.Data with { AllowUnreadable = v } });
        Add<string?>("--ignore-folders", "NAMES", "Folders of the data set to leave out, e.g. of masks; separated by commas.", null,
            (o, v) => o with { Data = o.Data with { IgnoreFolders = v } });
        Add("--drop-contradictions", null, "Leave images out whose picture lies in two classes; else these stop the training.", false,
            (o, v) => o with { Data = o.Data with { DropContradictions = v } });
        Add("--resume", null, "Go on from the checkpoint in the workspace.", false, (o, v) => o with { Run = o.Run with { Resume = v } });
    }

    /// <summary>Adds all options to a command.</summary>
    public void AddTo(Command command) => _options.ForEach(command.Options.Add);

    /// <summary>The trainer's options as given.</summary>
    public ImageClassificationOptions Read(ParseResult result)
    {
        var box = new Box { Value = result.GetValue(_recipe) is { } file ? ReadRecipe(file) : s_defaults };
        _setters.ForEach(set => set(result, box));
        return box.Value;
    }

    private void AddNumber<T>(
        string name, string help, NumberLimits limits, string description, T fallback, Func<ImageClassificationOptions, T, ImageClassificationOptions> set)
        where T : struct, INumber<T>, IMinMaxValue<T>
    {
        limits = limits with { Example = double.CreateChecked(fallback) };
        Add(new Option<T>(name) { CustomParser = argument => NumberOption.Read<T>(argument, limits) ?? default }, help, description, fallback, set);
    }

    private void AddWord<T>(
        string name, string help, string description, T fallback, Func<ImageClassificationOptions, T, ImageClassificationOptions> set)
        where T : struct, Enum =>
        Add(new Option<T>(name) { CustomParser = argument => WordOption.Read<T>(argument) ?? default }, help, description, fallback, set);

    private void Add<T>(
        string name, string? help, string description, T fallback, Func<ImageClassificationOptions, T, ImageClassificationOptions> set) =>
        Add(new Option<T>(name), help, description, fallback, set);

    private void Add<T>(
        Option<T> option, string? help, string description, T fallback, Func<ImageClassificationOptions, T, ImageClassificationOptions> set)
    {
        option.Description = fallback is null or false ? description : string.Create(CultureInfo.InvariantCulture, $"{description} [default: {fallback}]");
        option.HelpName = help;
        _options.Add(option);
        _setters.Add((result, box) =>
        {
            if (result.GetResult(option) is { Implicit: false })
            {
                box.Value = set(box.Value, result.GetValue(option)!);
            }
        });
    }

    private static ImageClassificationOptions ReadRecipe(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return RecipeJson.Read(stream)
                ?? throw new UserException($"{file}: the recipe is empty.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UserException($"{file}: the recipe cannot be read: {UserText.Of(e)}", e);
        }
    }

    private sealed class Box
    {
        public required ImageClassificationOptions Value { get; set; }
    }
}
