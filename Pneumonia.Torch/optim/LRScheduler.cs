namespace Pneumonia.Torch;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>
        /// Sets an optimiser's learning rates as a pure function of the step, so a resumed training only names its step.
        /// </summary>
        public sealed class LRScheduler
        {
            private readonly Optimizer _optimizer;
            private readonly Func<double, long, double> _rate;

            internal LRScheduler(Optimizer optimizer, Func<double, long, double> rate)
            {
                (_optimizer, _rate) = (optimizer, rate);
                step(0);
            }

            /// <summary>The step that the rates now stand at; zero at first.</summary>
            public long last_epoch { get; private set; }

            /// <summary>Goes on by one step.</summary>
            public void step() => step(last_epoch + 1);

            /// <summary>Goes to a given step.</summary>
            public void step(long epoch)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(epoch);
                last_epoch = epoch;
                foreach (var group in _optimizer.ParamGroups)
                    group.LearningRate = _rate(group.InitialLearningRate, epoch);
            }

            /// <summary>The rates of the groups.</summary>
            public IEnumerable<double> get_last_lr() => _optimizer.ParamGroups.Select(group => group.LearningRate);
        }
    }
}
