using Microsoft.JSInterop;

namespace Pneumonia.Blazor.Components;

internal static class JavaScriptModules
{
    /// <summary>Lets go of a module and of the listener that it attached; quietly where the browser is gone, and both with it.</summary>
    public static async ValueTask DisposeAsync(IJSObjectReference? module, IJSObjectReference? listener)
    {
        try
        {
            if (listener is not null)
            {
                await listener.InvokeVoidAsync("dispose");
                await listener.DisposeAsync();
            }

            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
        }
    }
}
