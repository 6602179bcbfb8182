namespace Pneumonia.Model.Commands.Shared;

/// <summary>The end of standard input as a signal: it comes when the program that started this one closes it, or dies in whatever way.</summary>
internal static class InputEnd
{
    /// <summary>A source that is cancelled with <paramref name="cancellation"/>, or when standard input ends.</summary>
    /// <param name="watches">Whether the end of standard input counts.</param>
    /// <param name="cancellation">What cancels it in any case.</param>
    public static CancellationTokenSource Watch(bool watches, CancellationToken cancellation)
    {
        var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (!watches)
        {
            return ending;
        }

        var input = Console.OpenStandardInput();
        new Thread(() =>
        {
            var buffer = new byte[64];
            while (input.Read(buffer) > 0)
            {
            }

            try
            {
                ending.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // The command has ended by itself.
            }
        }) { IsBackground = true }.Start();
        return ending;
    }
}
