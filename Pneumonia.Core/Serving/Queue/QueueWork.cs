using System.Diagnostics.CodeAnalysis;

namespace Pneumonia.Core.Serving.Queue;

/// <summary>Answers what has come out of the queue. Nothing is thrown: whatever goes wrong is told to who asked, and the others wait on.</summary>
internal static class QueueWork
{
    /// <summary>Answers images of one model together, or makes an explanation.</summary>
    /// <param name="items">As they came out of <see cref="WaitingLines"/>.</param>
    /// <param name="giveWay">Called between two passes of an explanation.</param>
    public static void Run(IReadOnlyList<QueueItem> items, Action giveWay)
    {
        if (items is [ExplanationItem explanation])
        {
            Explain(explanation, giveWay);
        }
        else if (items.Count > 0)
        {
            Predict([.. items.Cast<PredictionItem>()]);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "It is told to who asked.")]
    private static void Predict(PredictionItem[] items)
    {
        Prediction[] answers;
        try
        {
            answers = items[0].Lease.Model.Predict([.. items.Select(item => item.Input)]);
        }
        catch (Exception fault) when (items is [var only])
        {
            only.Fail(fault);
            return;
        }
        catch (Exception)
        {
            // One image's fault is not the others'.
            Array.ForEach(items, item => Predict([item]));
            return;
        }

        foreach (var (item, answer) in items.Zip(answers))
        {
            item.Finish(answer);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "It is told to who asked.")]
    private static void Explain(ExplanationItem item, Action giveWay)
    {
        try
        {
            item.Finish(item.Explain(giveWay));
        }
        catch (OperationCanceledException cancelled)
        {
            item.Cancel(cancelled.CancellationToken);
        }
        catch (Exception fault)
        {
            item.Fail(fault);
        }
    }
}
