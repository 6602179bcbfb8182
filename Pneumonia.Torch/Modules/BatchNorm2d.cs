using static Pneumonia.Torch.torch;

namespace Pneumonia.Torch.Modules;

/// <summary>
/// Normalises each channel of images (N, C, H, W) to zero mean and unit variance, then scales and shifts it: with the batch's
/// statistics in training, with running ones otherwise.
/// </summary>
public sealed class BatchNorm2d : nn.Module<Tensor, Tensor>
{
    internal BatchNorm2d(long features, double eps, double? momentum)
    {
        (this.eps, this.momentum) = (eps, momentum);
        weight = new Parameter(ones([features]));
        bias = new Parameter(zeros([features]));
        running_mean = zeros([features]);
        running_var = ones([features]);
        num_batches_tracked = zeros([], int64);
        RegisterComponents();
        register_buffer(nameof(running_mean), running_mean);
        register_buffer(nameof(running_var), running_var);
        register_buffer(nameof(num_batches_tracked), num_batches_tracked);
    }

    /// <summary>Scale per channel.</summary>
    public Parameter weight { get; }

    /// <summary>Shift per channel.</summary>
    public Parameter bias { get; }

    /// <summary>Moving mean per channel.</summary>
    public Tensor running_mean { get; }

    /// <summary>Moving unbiased variance per channel.</summary>
    public Tensor running_var { get; }

    /// <summary>How many batches the moving statistics have seen.</summary>
    public Tensor num_batches_tracked { get; }

    /// <summary>Added to the variance under the root.</summary>
    public double eps { get; }

    /// <summary>Weight of the newest batch in the moving statistics; null: they are the plain mean over all batches.</summary>
    public double? momentum { get; set; }

    /// <summary>Forgets the moving statistics.</summary>
    public void reset_running_stats()
    {
        running_mean.zero_();
        running_var.fill_(1);
        num_batches_tracked.zero_();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        if (training)
            num_batches_tracked.add_(1);
        var newest = momentum ?? 1.0 / Math.Max(1, num_batches_tracked.item<long>());
        return nn.functional.batch_norm(input, running_mean, running_var, weight, bias, training, newest, eps);
    }
}
