using Pneumonia.Torch;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Model.Training;

/// <summary>The optimiser that the options ask for, over the parameters given. Biases and batch norms are not decayed.</summary>
internal sealed class TrainingOptimizer : IDisposable
{
    private readonly ImageClassificationTrainer.Options _options;
    private readonly IReadOnlyList<Tensor> _parameters;
    private readonly optim.Optimizer _optimizer;
    private readonly optim.LRScheduler? _scheduler;

    /// <param name="options">Optimiser, rates, decay.</param>
    /// <param name="parameters">What is learned.</param>
    /// <param name="steps">Steps of the whole training, for the schedule.</param>
    public TrainingOptimizer(ImageClassificationTrainer.Options options, IReadOnlyList<Tensor> parameters, long steps)
    {
        (_options, _parameters) = (options, parameters);
        optim.ParamGroup[] groups =
        [
            new(parameters.Where(parameter => parameter.dim() > 1)),
            new(parameters.Where(parameter => parameter.dim() <= 1), weight_decay: 0),
        ];
        var (rate, decay, momentum) = (options.LearningRate, options.WeightDecay, options.Momentum);
        _optimizer = options.Optimizer switch
        {
            OptimizerKind.Sgd => optim.SGD(groups, rate, momentum, decay, nesterov: momentum > 0),
            OptimizerKind.Adam => optim.Adam(groups, rate, beta1: momentum, weight_decay: decay),
            _ => optim.AdamW(groups, rate, beta1: momentum, weight_decay: decay),
        };
        _scheduler = options.LearningRateScheduler switch
        {
            LearningRateScheduler.OneCycle => optim.lr_scheduler.OneCycleLR(_optimizer, rate, Math.Max(2, steps)),
            LearningRateScheduler.Cosine => optim.lr_scheduler.CosineAnnealingLR(_optimizer, steps),
            _ => null,
        };
    }

    /// <summary>Learning rate of the last step.</summary>
    public double LearningRate => _optimizer.LearningRate;

    /// <summary>One step down the gradient of a loss.</summary>
    /// <param name="loss">What to make smaller.</param>
    /// <param name="step">Number of the step, from 0.</param>
    public void Step(Tensor loss, long step)
    {
        _optimizer.zero_grad();
        loss.backward();
        if (_options.GradientClip > 0)
        {
            utils.clip_grad_norm_(_parameters, _options.GradientClip);
        }

        _scheduler?.step(step);
        _optimizer.step();
    }

    /// <summary>The optimiser's tensors; copies that belong to the caller's scope.</summary>
    public IReadOnlyDictionary<string, Tensor> State() => _optimizer.state_dict();

    /// <summary>Takes over what <see cref="State"/> gave.</summary>
    public void Load(IReadOnlyDictionary<string, Tensor> state) => _optimizer.load_state_dict(state);

    public void Dispose() => _optimizer.Dispose();
}
