using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.ReadingRoom;
using Pneumonia.Tests.Browser;

namespace Pneumonia.Tests.Blazor.Records;

/// <summary>X-rays that a tab holds answered, and the store with them.</summary>
internal static class KeptStudies
{
    /// <summary>Takes one in, and waits for its answer.</summary>
    public static async Task<Study> KeepAsync(IServiceProvider tab, string name, bool patch = true)
    {
        var file = Xrays.Chest(name, patch, side: 96);
        var study = await tab.GetRequiredService<ReadingSession>().AddAsync(
            new IncomingImage(name, file.Buffer.Length, _ => new MemoryStream(file.Buffer)), place: null, isFirst: true);
        return study!;
    }
}
