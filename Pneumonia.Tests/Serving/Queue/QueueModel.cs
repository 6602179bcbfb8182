using System.Collections.Concurrent;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;
using Pneumonia.Core.Serving;
using Pneumonia.Core.Serving.Pool;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Serving.Queue;

/// <summary>Writes down what it is asked, in one log with other models, and holds at images named <c>hold</c> until it is let on.</summary>
internal sealed class QueueModel(ConcurrentQueue<string> log) : IRadiographModel
{
    private readonly SemaphoreSlim _on = new(0);

    /// <summary>Gets a permit each time the model holds.</summary>
    public SemaphoreSlim Held { get; } = new(0);

    public bool Disposed { get; private set; }

    public ModelInformation Information { get; } = FakeInformation.Create();

    public IReadOnlyList<IExplanationMethod> ExplanationMethods => [];

    public static PredictionInput Image(string name) => new(new Radiograph(name, 2, 2, new ushort[4], 8, RadiographFormat.Png));

    public ModelLease Lease() => new SharedModel(this).TryLease()!;

    public void LetOn() => _on.Release();

    public Prediction[] Predict(IReadOnlyList<PredictionInput> inputs)
    {
        Assert.False(Disposed);
        log.Enqueue(string.Join(' ', inputs.Select(input => input.Radiograph.Name)));
        if (inputs.Any(input => input.Radiograph.Name == "hold"))
        {
            Hold();
        }

        return inputs.Any(input => input.Radiograph.Name == "bad")
            ? throw new InvalidOperationException("bad")
            : [.. inputs.Select(_ => FakeEngine.Answer(0.5, Information))];
    }

    /// <summary>Three passes, and holds within the first.</summary>
    public MeasuredMap Explain(
        Radiograph radiograph, ExplanationQuestion question, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        for (var pass = 1; pass <= 3; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            log.Enqueue($"pass {pass}");
            if (pass == 1)
            {
                Hold();
            }

            progress?.Report(new DataProgress(pass, 3));
        }

        return new MeasuredMap(new SaliencyMap("PNEUMONIA", "fake", 1, 1, new float[1]), FakeModel.Good);
    }

    public void Dispose() => Disposed = true;

    private void Hold()
    {
        Held.Release();
        Assert.True(_on.Wait(TimeSpan.FromSeconds(30)));
    }
}
