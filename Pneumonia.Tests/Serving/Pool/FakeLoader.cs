using Pneumonia.Model.Serving;
using Pneumonia.Model.Serving.Pool;

namespace Pneumonia.Tests.Serving.Pool;

/// <summary>Loads text files: the text is the version, and <c>broken</c> is refused. Counts what lives.</summary>
internal sealed class FakeLoader : IPredictionModelLoader<int, string>
{
    private int _loads;
    private int _live;
    private int _engines;

    public int Loads => Volatile.Read(ref _loads);

    public int Live => Volatile.Read(ref _live);

    public int Engines => Volatile.Read(ref _engines);

    public IPredictionModel<int, string> Load(string path)
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
    internal sealed class FakeModel(FakeLoader loader, string version) : IPredictionModel<int, string>
    {
        private int _disposed;

        public string Version => version;

        public bool Disposed => Volatile.Read(ref _disposed) > 0;

        public PredictionEngine<int, string> CreateEngine()
        {
            ObjectDisposedException.ThrowIf(Disposed, this);
            Interlocked.Increment(ref loader._engines);
            return new FakeEngine(this);
        }

        public void Dispose()
        {
            Assert.Equal(1, Interlocked.Increment(ref _disposed));
            Interlocked.Decrement(ref loader._live);
        }
    }

    /// <summary>Answers with its model's version and the question.</summary>
    internal sealed class FakeEngine(FakeModel model) : PredictionEngine<int, string>
    {
        private int _busy;

        public FakeModel Model => model;

        public override string Predict(int example)
        {
            Assert.Equal(1, Interlocked.Increment(ref _busy));
            var before = Answer(example);
            Thread.SpinWait(2000);
            Assert.Equal(before, Answer(example));
            Interlocked.Decrement(ref _busy);
            return before;
        }

        private string Answer(int example)
        {
            ObjectDisposedException.ThrowIf(model.Disposed, model);
            return $"{model.Version}:{example}";
        }
    }
}
