using Pneumonia.Torch;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Model.Training;

/// <summary>The optimiser that the options ask for, over the parameters of a module. Biases and batch norms are not decayed.</summary>
internal sealed class TrainingOptimizer : IDisposable
{
    private readonly ImageClassificationTrainer.Options options;
    private readonly Module module;
    private readonly optim.Optimizer optimizer;
    private readonly optim.LRScheduler? scheduler;

    /// <param name="options">Optimiser, rates, decay.</param>
    /// <param name="module">Whose parameters are learned.</param>
    /// <param name="steps">Steps of the whole training, for the schedule.</param>
    public TrainingOptimizer(ImageClassificationTrainer.Options options, Module module, long steps)
    {
        (this.options, this.module) = (options, module);
        optim.ParamGroup[] groups =
        [
            new(module.parameters().Where(parameter => parameter.dim() > 1)),
            new(module.parameters().Where(parameter => parameter.dim() <= 1), weight_decay: 0),
        ];
        var (rate, decay, momentum) = (options.LearningRate, options.WeightDecay, options.Momentum);
        optimizer = options.Optimizer switch
        {
            OptimizerKind.Sgd => optim.SGD(groups, rate, momentum, decay, nesterov: momentum > 0),
            OptimizerKind.Adam => optim.Adam(groups, rate, beta1: momentum, weight_decay: decay),
            _ => optim.AdamW(groups, rate, beta1: momentum, weight_decay: decay),
        };
        scheduler = options.LearningRateScheduler switch
        {
            LearningRateScheduler.OneCycle => optim.lr_scheduler.OneCycleLR(optimizer, rate, Math.Max(2, steps)),
            LearningRateScheduler.Cosine => optim.lr_scheduler.CosineAnnealingLR(optimizer, steps),
            _ => null,
        };
    }

    /// <summary>Learning rate of the last step.</summary>
    public double LearningRate => optimizer.LearningRate;

    /// <summary>One step down the gradient of a loss.</summary>
    /// <param name="loss">What to make smaller.</param>
    /// <param name="step">Number of the step, from 0.</param>
    public void Step(Tensor loss, long step)
    {
        optimizer.zero_grad();
        loss.backward();
        if (options.GradientClip > 0)
        {
            utils.clip_grad_norm_(module.parameters(), options.GradientClip);
        }

        scheduler?.step(step);
        optimizer.step();
    }

    /// <summary>The optimiser's tensors; copies that belong to the caller's scope.</summary>
    public IReadOnlyDictionary<string, Tensor> State() => optimizer.state_dict();

    /// <summary>Takes over what <see cref="State"/> gave.</summary>
    public void Load(IReadOnlyDictionary<string, Tensor> state) => optimizer.load_state_dict(state);

    public void Dispose() => optimizer.Dispose();
}
