using System.Text.Json.Serialization;
using Pneumonia.Model.Data;
using Pneumonia.Model.Imaging;
using Pneumonia.Model.RiskControl;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training.Augmentation;

namespace Pneumonia.Model.Training;

public sealed partial class ImageClassificationTrainer
{
    /// <summary>Options of the trainer, with the names and meanings of ML.NET's <c>ImageClassificationTrainer.Options</c>, and
    /// what that lacks.</summary>
    public sealed record Options
    {
        /// <summary>Architecture's name, see <see cref="Networks.Architectures"/>.</summary>
        public string Arch { get; init; } = "resnet18";

        /// <summary>How much of the network is trained.</summary>
        public BackboneMode Backbone { get; init; } = BackboneMode.RandomWeights;

        /// <summary>Weights to begin with: a safetensors file, a model zip, for Inception v3 a TensorFlow.js model's
        /// <c>model.json</c>, or <c>dnn-resnet18</c>, those in ML.NET's package for <c>resnet18_dnn</c>; needed unless <see cref="Backbone"/> is <see cref="BackboneMode.RandomWeights"/>.</summary>
        public string? Weights { get; init; }

        /// <summary>Where <see cref="Weights"/> came from and under which licence, for the model card.</summary>
        public string? WeightsNote { get; init; }

        /// <summary>What the model card says of the images: authors, licence, population.</summary>
        public DataDescription? DataDescription { get; init; }

        /// <summary>Epochs at the most; 1 or more.</summary>
        public int Epoch { get; init; } = 14;

        /// <summary>Trainings whose weights are averaged into the model (a "model soup", Wortsman et al. 2022): all begin with the same
        /// weights, and each goes through the images in another order and with other random changes. 1 or more; takes as many times as long.</summary>
        public int Members { get; init; } = 1;

        /// <summary>Epoch after which this run ends although the training is longer: the schedule is laid over all of
        /// <see cref="Epoch"/>, and with <see cref="Resume"/> a later run goes on as if there had been no break. Null: run to the end.</summary>
        [JsonIgnore]
        public int? StopAfterEpoch { get; init; }

        /// <summary>Images in a training step.</summary>
        public int BatchSize { get; init; } = 32;

        /// <summary>The schedule's highest learning rate.</summary>
        public double LearningRate { get; init; } = 1e-3;

        /// <summary>How the learning rate moves over the steps.</summary>
        public LearningRateScheduler LearningRateScheduler { get; init; } = LearningRateScheduler.OneCycle;

        /// <summary>When to stop before the last epoch. The best epoch's weights are kept, too, by half of the held-out patients. Null:
        /// neither, and all held-out patients calibrate and judge.</summary>
        public EarlyStopping? EarlyStoppingCriteria { get; init; } = new();

        /// <summary>Images to hold out: to choose the epoch, to calibrate and to judge by. Null: see <see cref="ValidationSetFraction"/>.</summary>
        [JsonIgnore]
        public IReadOnlyList<XRay>? ValidationSet { get; init; }

        /// <summary>Number of <see cref="AdditionalImages"/>, as the recipe records it.</summary>
        public int Phantoms { get; init; }

        /// <summary>Images that are trained on and never held out: synthetic phantoms.</summary>
        [JsonIgnore]
        public IReadOnlyList<XRay> AdditionalImages { get; init; } = [];

        /// <summary>Share of the training set's patients held out when there is no <see cref="ValidationSet"/>; 0 to 1.</summary>
        public double ValidationSetFraction { get; init; } = 0.15;

        /// <summary>Which patients are held out when there is no <see cref="ValidationSet"/>: <c>random</c>, <c>first</c> (the lowest numbers)
        /// or <c>acquisition:NAME</c>; see <see cref="HoldOutRule"/>.</summary>
        public string HoldOut { get; init; } = HoldOutRule.Default;

        /// <summary>Whether to report the metrics on the training set, too, after each epoch.</summary>
        public bool TestOnTrainSet { get; init; }

        /// <summary>Hears of the progress.</summary>
        [JsonIgnore]
        public Action<ImageClassificationMetrics>? MetricsCallback { get; init; }

        /// <summary>Folder for checkpoints and cached bottleneck features. Null: nothing is kept.</summary>
        [JsonIgnore]
        public string? WorkspacePath { get; init; }

        /// <summary>Folder for cached bottleneck features, where trainings share them. Null: <see cref="WorkspacePath"/>.</summary>
        [JsonIgnore]
        public string? BottleneckPath { get; init; }

        /// <summary>With a frozen backbone: reuse the training set's cached features.</summary>
        public bool ReuseTrainSetBottleneckCachedValues { get; init; } = true;

        /// <summary>With a frozen backbone: reuse the validation set's cached features.</summary>
        public bool ReuseValidationSetBottleneckCachedValues { get; init; } = true;

        /// <summary>Name of the model, in its manifest and its files.</summary>
        public string FinalModelPrefix { get; init; } = "pneumonia";

        /// <summary>The optimiser.</summary>
        public OptimizerKind Optimizer { get; init; } = OptimizerKind.AdamW;

        /// <summary>Weight decay: decoupled for AdamW, L2 for the others. Not for biases and batch norms.</summary>
        public double WeightDecay { get; init; } = 0.02;

        /// <summary>Momentum of SGD, or the first beta of Adam and AdamW.</summary>
        public double Momentum { get; init; } = 0.9;

        /// <summary>Weights of the classes in the loss.</summary>
        public ClassWeighting ClassWeights { get; init; } = ClassWeighting.Balanced;

        /// <summary>How often, against the others, an image is drawn whose class grey levels, sharpness and borders tell wrongly (see
        /// <see cref="ShortcutWeights"/>), so that the model cannot rest on these; 1 or more; 1: all come once an epoch.</summary>
        public double ShortcutWeight { get; init; } = 1;

        /// <summary>Share of the target spread over all classes (Szegedy et al. 2016, section 7); 0 to 1.</summary>
        public double LabelSmoothing { get; init; } = 0.05;

        /// <summary>Weight of an auxiliary loss: while the network is trained, a second head on its pooled features tells the causes
        /// in the file names (bacteria, virus) apart (Caruana 1997, "Multitask learning"); it is no part of the model. The reported
        /// training loss is the sum. 0 to 1; 0: none.</summary>
        public double AuxiliaryCause { get; init; }

        /// <summary>Probability by which a pooled feature is dropped; 0 to 1.</summary>
        public double Dropout { get; init; } = 0.2;

        /// <summary>Decay of the moving average of the weights per step, which is what is evaluated and saved; 0: no average.</summary>
        public double EmaDecay { get; init; } = 0.995;

        /// <summary>Largest norm of the gradient; 0: not clipped.</summary>
        public double GradientClip { get; init; } = 1;

        /// <summary>Seed of the split, the weights, the order of the images and the augmentation.</summary>
        public int Seed { get; init; } = 1;

        /// <summary>Numbers that convolutions are computed with in training.</summary>
        public TrainingPrecision Precision { get; init; } = TrainingPrecision.Auto;

        /// <summary>Where the network is trained. Not in a recipe: it is the machine's, not the model's.</summary>
        [JsonIgnore]
        public TrainingDevice Device { get; init; }

        /// <summary>How an image becomes the network's input.</summary>
        public Preprocessing Preprocessing { get; init; } = new();

        /// <summary>Whether the model answers by the mean of the logits of an image and of its mirror image, left for right; its
        /// temperature and thresholds are fitted to that. Each answer takes twice as long.</summary>
        public bool TestTimeFlip { get; init; }

        /// <summary>Whether operating points and limits are chosen on the held-out images as they are and under the simulated changes of
        /// machine (<see cref="Evaluation.Shifts.ImageShifts"/>), so that they hold elsewhere, too. The figures told of them are those
        /// of the images as they are.</summary>
        public bool ThresholdsUnderShifts { get; init; } = true;

        /// <summary>Error rates that the limits for ruling in and ruling out keep to.</summary>
        public TriageRisks TriageRisks { get; init; } = new();

        /// <summary>Random changes of the training images.</summary>
        public AugmentationOptions Augmentation { get; init; } = new();

        /// <summary>Go on when more than 1% of the images cannot be read.</summary>
        [JsonIgnore]
        public bool AllowUnreadable { get; init; }

        /// <summary>Go on from the checkpoint in <see cref="WorkspacePath"/>.</summary>
        [JsonIgnore]
        public bool Resume { get; init; }

        /// <summary>The epoch that this run ends with at the latest.</summary>
        internal int LastEpoch => Math.Min(Epoch, StopAfterEpoch ?? Epoch);

        /// <summary>Epochs at the most of all members together.</summary>
        [JsonIgnore]
        public int EpochsOfAllMembers => Epoch * Members;

        /// <summary>Whether training computes with bfloat16 on this machine.</summary>
        internal bool UsesBFloat16 => Precision == TrainingPrecision.BFloat16
            || (Precision == TrainingPrecision.Auto && (Device == TrainingDevice.Cuda || Processor.SupportsBFloat16));

        /// <summary>Training steps in an epoch: whole batches only, but at least one.</summary>
        internal int StepsPerEpoch(int images) => Math.Max(1, images / BatchSize);
    }
}
