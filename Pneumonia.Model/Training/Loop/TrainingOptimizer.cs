using Pneumonia.Core.Recipes;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Loop;

/// <summary>The optimiser that the options ask for, over the parameters given. Biases and batch norms are not decayed.</summary>
internal sealed class TrainingOptimizer : IDisposable
{
    private readonly ImageClassificationOptions _options;
    private readonly IReadOnlyList<Parameter> _parameters;
    private readonly OptimizerHelper _optimizer;
    private readonly LearningRateSchedule _schedule;

    /// <param name="options">Optimiser, rates, decay.</param>
    /// <param name="parameters">What is learned.</param>
    /// <param name="steps">Steps of the whole training, for the schedule.</param>
    public TrainingOptimizer(ImageClassificationOptions options, IReadOnlyList<Parameter> parameters, long steps)
    {
        (_options, _parameters) = (options, parameters);
        _schedule = new LearningRateSchedule(options.LearningRateScheduler, options.LearningRate, steps);
        var decayed = parameters.Where(parameter => parameter.dim() > 1);
        var others = parameters.Where(parameter => parameter.dim() <= 1);
        var (rate, decay, momentum) = (options.LearningRate, options.Optimisation.WeightDecay, options.Optimisation.Momentum);
        _optimizer = options.Optimisation.Optimizer switch
        {
            OptimizerKind.Sgd => optim.SGD(
                [new SGD.ParamGroup(decayed, rate, momentum, 0, decay), new SGD.ParamGroup(others, rate, momentum)],
                rate, momentum, 0, decay, nesterov: momentum > 0),
            OptimizerKind.Adam => optim.Adam(
                [new Adam.ParamGroup(decayed, rate, momentum, weight_decay: decay), new Adam.ParamGroup(others, rate, momentum)],
                rate, momentum),
            _ => optim.AdamW(
                [new AdamW.ParamGroup(decayed, rate, momentum, weight_decay: decay), new AdamW.ParamGroup(others, rate, momentum)],
                rate, momentum),
        };
    }

    /// <summary>Learning rate of the last step.</summary>
    public double LearningRate => _optimizer.ParamGroups.First().LearningRate;

    /// <summary>One step down the gradient of a loss.</summary>
    /// <param name="loss">What to make smaller.</param>
    /// <param name="step">Number of the step, from 0.</param>
    public void Step(Tensor loss, long step)
    {
        _optimizer.zero_grad();
        loss.backward();
        if (_options.Optimisation.GradientClip > 0)
        {
            nn.utils.clip_grad_norm_(_parameters, _options.Optimisation.GradientClip);
        }

        foreach (var group in _optimizer.ParamGroups)
        {
            group.LearningRate = _schedule.RateAt(step);
        }

        _optimizer.step();
    }

    /// <summary>The optimiser's tensors; they belong to the caller's scope.</summary>
    public IReadOnlyDictionary<string, Tensor> State() => OptimizerTensors.Of(_optimizer.state_dict());

    /// <summary>Takes over what <see cref="State"/> gave.</summary>
    /// <exception cref="ArgumentException">It is the state of another optimiser.</exception>
    public void Load(IReadOnlyDictionary<string, Tensor> state) => OptimizerTensors.Load(_optimizer.state_dict(), state, _parameters[0].device);

    public void Dispose() => _optimizer.Dispose();
}
