using Pneumonia.Model.Training.Loop;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Training.Loop;

[Collection(TrainingCollection.Name)]
public sealed class SoftTargetsTests
{
    private const int Classes = 3;

    private readonly TrainingReference _reference = TrainingReference.Load();

    [Fact]
    public void Whole_targets_have_torchs_loss_of_class_indexes() =>
        Assert.Equal(_reference.HardLoss, Loss(_reference.Labels, mixed: false, weighted: true), 1e-5f);

    [Fact]
    public void Mixed_targets_have_torchs_loss_of_class_probabilities() =>
        Assert.Equal(_reference.MixedLoss, Loss(_reference.Labels, mixed: true, weighted: true), 1e-5f);

    [Fact]
    public void Examples_of_unknown_class_do_not_count()
    {
        var labels = _reference.Labels.Zip(_reference.Known, (label, known) => known ? label : -1).ToArray();

        Assert.Equal(_reference.MaskedLoss, Loss(labels, mixed: false, weighted: false), 1e-5f);
    }

    [Fact]
    public void A_batch_without_any_known_class_has_no_loss() =>
        Assert.Equal(0, Loss([-1, -1, -1, -1, -1], mixed: false, weighted: false));

    private float Loss(int[] labels, bool mixed, bool weighted)
    {
        using var scope = NewDisposeScope();
        var logits = tensor(_reference.Logits, [labels.Length, Classes]);
        var targets = SoftTargets.Of(labels, [0, 1, 2, 3, 4], Classes);
        if (mixed)
        {
            targets = targets * _reference.Share + SoftTargets.Of(labels, _reference.Partners, Classes) * (1 - _reference.Share);
        }

        return SoftTargets.CrossEntropy(
            logits, targets, weighted ? tensor(_reference.Weight) : null, weighted ? _reference.Smoothing : 0).item<float>();
    }
}
