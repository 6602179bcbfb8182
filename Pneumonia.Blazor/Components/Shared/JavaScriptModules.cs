using Microsoft.JSInterop;

namespace Pneumonia.Blazor.Components.Shared;

internal static class JavaScriptModules
{
    /// <summary>Runs what a component does in the browser after it was rendered. A component may be gone before that is done, and its elements
    /// and modules with it: then what fails for that is no fault, and what came too late is let go of.</summary>
    /// <param name="work">Imports modules, attaches listeners, calls them.</param>
    /// <param name="isGone">Whether the component is disposed by now.</param>
    /// <param name="release">Lets go of modules and listeners.</param>
    public static async Task RunAsync(Func<Task> work, Func<bool> isGone, Func<Task> release)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (isGone() && IsOfTheGone(fault))
        {
        }

        if (isGone())
        {
            await release();
        }
    }

    /// <summary>Lets go of a module and of the listener that it attached; quietly where the browser or they are gone.</summary>
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
        catch (Exception fault) when (IsOfTheGone(fault))
        {
        }
    }

    private static bool IsOfTheGone(Exception fault) =>
        fault is JSException or JSDisconnectedException or ObjectDisposedException or OperationCanceledException;
}
