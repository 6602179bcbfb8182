using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;
using Pneumonia.Core.Serving;
using Pneumonia.Core.Serving.Pool;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Serving.Pool;

/// <summary>Loads text files: the text, filled up with dots, is the version, and <c>broken</c> is refused. Counts what lives.</summary>
internal sealed class FakeLoader : IModelLoader
{
    private int _loads;
    private int _live;

    /// <summary>Answers a number with the model's text and the number.</summary>
    public static RadiographAnswer<int, string> Answer { get; } = (model, example) => ((FakeModel)model).Answer(example);

    public int Loads => Volatile.Read(ref _loads);

    public int Live => Volatile.Read(ref _live);

    public IRadiographModel Load(string path)
    {
        Interlocked.Increment(ref _loads);
        var text = File.ReadAllText(path);
        if (text == "broken")
        {
            throw new InvalidModelException(path, "it is broken.");
        }

        if (text == "crash")
        {
            throw new InvalidOperationException("native trouble");
        }

        Interlocked.Increment(ref _live);
        return new FakeModel(this, text);
    }

    /// <summary>A model that finds out when it is used after its end.</summary>
    private sealed class FakeModel(FakeLoader loader, string text) : IRadiographModel
    {
        private int _disposed;

        public ModelInformation Information { get; } = Describe(text);

        public IReadOnlyList<IExplanationMethod> ExplanationMethods => [];

        public string Answer(int example)
        {
            var before = Say(example);
            Thread.SpinWait(2000);
            Assert.Equal(before, Say(example));
            return before;
        }

        public Prediction[] Predict(IReadOnlyList<PredictionInput> inputs) => throw new NotSupportedException();

        public MeasuredMap Explain(
            Radiograph radiograph, ExplanationQuestion question, IProgress<DataProgress>? progress, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public void Dispose()
        {
            Assert.Equal(1, Interlocked.Increment(ref _disposed));
            Interlocked.Decrement(ref loader._live);
        }

        private static ModelInformation Describe(string text)
        {
            var information = FakeInformation.Create();
            return information with { Calibration = information.Calibration with { WeightsSha256 = text.PadRight(8, '.') } };
        }

        private string Say(int example)
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) > 0, this);
            return $"{text}:{example}";
        }
    }
}
