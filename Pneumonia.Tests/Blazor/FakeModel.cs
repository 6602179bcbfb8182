using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;
using Pneumonia.Core.Serving;

namespace Pneumonia.Tests.Blazor;

/// <summary>Explains well by CAM, badly by Grad-CAM, and by RISE only until it is cancelled.</summary>
internal sealed class FakeModel(string name) : IRadiographModel
{
    private static readonly TimeSpan s_pass = TimeSpan.FromMilliseconds(5);

    public static ExplanationQuality Good { get; } = new(0.2, 0.8, 1, 19, 0.9, 0.95, []);

    public static ExplanationQuality Bad { get; } = Good with
    {
        DeletionRank = 12, Reasons = ["Hiding what it marks changes the answer little: 11 of 19 random maps do as well."],
    };

    public ModelInformation Information { get; } = FakeInformation.Create(name);

    public IReadOnlyList<IExplanationMethod> ExplanationMethods { get; } = [new ClassActivationMap(), new GradCam(), new Rise()];

    public Prediction[] Predict(IReadOnlyList<PredictionInput> inputs) => [.. inputs.Select(input => FakeEngine.Predict(input, Information))];

    public MeasuredMap Explain(
        Radiograph radiograph, ExplanationQuestion question, IProgress<DataProgress>? progress = null, CancellationToken cancellation = default)
    {
        do
        {
            progress?.Report(new DataProgress(1, 4));
        }
        while (question.Method == "rise" && !cancellation.WaitHandle.WaitOne(s_pass));

        cancellation.ThrowIfCancellationRequested();
        var map = new SaliencyMap(question.Class ?? "PNEUMONIA", question.Method!, 2, 2, new float[] { 0, 1, 0, 0 });
        return new MeasuredMap(map, question.Method == "grad-cam" ? Bad : Good);
    }

    public void Dispose()
    {
    }
}
