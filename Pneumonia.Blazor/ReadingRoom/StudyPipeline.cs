using System.Diagnostics;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Texts;
using Pneumonia.Core;
using Pneumonia.Core.Imaging;

namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>Takes one file from its first byte to its answer, and says all the while where it stands.</summary>
public sealed partial class StudyPipeline(
    DiagnosisService diagnoses, UploadKeeper keeper, IStringLocalizer<StudyPipeline> text, ILogger<StudyPipeline> logger)
{
    private const int Chunk = 64 * 1024;

    // Often enough for a bar that moves, seldom enough for a slow line.
    private const double Step = 0.02;

    /// <summary>Runs until the study is done or refused, on the caller's dispatcher.</summary>
    /// <param name="study">The study.</param>
    /// <param name="image">Its file.</param>
    /// <param name="finish">Takes the answer, and the way to the file's bytes.</param>
    /// <param name="changed">Told of every step.</param>
    /// <param name="closing">The tab closes.</param>
    public async Task RunAsync(
        Study study, IncomingImage image, Action<Diagnosis, Func<Task<byte[]>>> finish, Action changed, CancellationToken closing)
    {
        try
        {
            Enter(StudyState.Reading);
            var bytes = await ReadAsync(study, image, changed, closing);
            var start = Stopwatch.GetTimestamp();
            Enter(StudyState.Decoding);
            var radiograph = await diagnoses.DecodeAsync(study.Name, bytes, closing);
            Enter(StudyState.Analysing);
            var diagnosis = await diagnoses.DiagnoseAsync(radiograph, closing) with { Elapsed = Stopwatch.GetElapsedTime(start) };
            Enter(StudyState.Keeping);
            study.Stored = await keeper.KeepAsync(study, bytes, diagnosis);
            finish(diagnosis, BytesOf(study, image, bytes, closing));
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
        }
        catch (UserException refusal)
        {
            Refuse(Refusals.Tell(refusal));
        }
        catch (Exception fault) when (fault is IOException or JSException or JSDisconnectedException)
        {
            Refuse(text["Interrupted", study.Name]);
        }
        catch (Exception fault)
        {
            LogFault(logger, fault.GetType().Name);
            Refuse(text["Fault", study.Name]);
        }

        void Enter(StudyState state)
        {
            study.State = state;
            changed();
        }

        void Refuse(string sentence)
        {
            study.Refusal = sentence;
            Enter(StudyState.Refused);
        }
    }

    // A file that lies on a disk anyway is not held in memory.
    private Func<Task<byte[]>> BytesOf(Study study, IncomingImage image, byte[] bytes, CancellationToken closing) => study switch
    {
        { Stored: { } stored } => () => Task.FromResult(keeper.Read(stored)),
        { Synthetic: true } => () => ReadAsync(study, image, () => { }, closing),
        _ => () => Task.FromResult(bytes),
    };

    private static async Task<byte[]> ReadAsync(Study study, IncomingImage image, Action changed, CancellationToken cancellation)
    {
        if (image.Size > Limits.BytesPerFile)
        {
            throw new UserException($"{image.Name}: the file has {image.Size / 1048576.0:0} MB; at most {Limits.MegabytesPerFile} MB can be read.");
        }

        var bytes = new byte[image.Size];
        await using var stream = image.Open(cancellation);
        for (var read = 0; read < bytes.Length;)
        {
            var count = Math.Min(Chunk, bytes.Length - read);
            await stream.ReadExactlyAsync(bytes, read, count, cancellation);
            read += count;
            var share = (double)read / bytes.Length;
            if (share >= study.Received + Step)
            {
                study.Received = share;
                changed();
            }
        }

        return bytes;
    }

    // The type alone: an exception's message may hold a file's name, and that a patient's.
    [LoggerMessage(LogLevel.Error, "An image could not be analysed: {Fault}")]
    private static partial void LogFault(ILogger logger, string fault);
}
