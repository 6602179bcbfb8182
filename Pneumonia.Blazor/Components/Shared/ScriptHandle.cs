using Microsoft.JSInterop;

namespace Pneumonia.Blazor.Components.Shared;

/// <summary>A script module and what its <c>attach</c> function returned for one component: an object with functions, <c>dispose</c> among
/// them. A component may be gone before its script is there, and its elements with it: what fails for that is no fault, and what came
/// too late is let go of.</summary>
/// <param name="runtime">The browser.</param>
/// <param name="path">The module, from the page's base address on.</param>
/// <param name="pause">How long to wait before a module that did not come is asked for again; null for a second.</param>
public sealed class ScriptHandle(IJSRuntime runtime, string path, TimeSpan? pause = null) : IAsyncDisposable
{
    private const int Tries = 5;

    private IJSObjectReference? _module;
    private IJSObjectReference? _attached;
    private bool _isGone;

    /// <summary>Whether the browser is ready for <see cref="InvokeAsync"/>.</summary>
    public bool IsAttached => _attached is not null && !_isGone;

    /// <summary>Imports the module and calls one of its functions, which gives what <see cref="InvokeAsync"/> and disposal speak to. A module
    /// that does not come, as while a line is cut, is asked for again; where it never does, nothing is attached.</summary>
    public async Task AttachAsync(string function, params object?[] arguments)
    {
        await QuietlyAsync(async () =>
        {
            _module = await ImportAsync();
            _attached = _module is null ? null : await _module.InvokeAsync<IJSObjectReference>(function, arguments);
        });
        if (_isGone)
        {
            await ReleaseAsync();
        }
    }

    /// <summary>Calls a function of what was attached; does nothing before that and after disposal.</summary>
    public Task InvokeAsync(string function, params object?[] arguments) =>
        IsAttached ? QuietlyAsync(() => _attached!.InvokeVoidAsync(function, arguments).AsTask()) : Task.CompletedTask;

    /// <summary>Calls a function of what was attached and returns what it gives; the default before that and after disposal.</summary>
    public async Task<T?> AskAsync<T>(string function, params object?[] arguments)
    {
        T? answer = default;
        if (IsAttached)
        {
            await QuietlyAsync(async () => answer = await _attached!.InvokeAsync<T>(function, arguments));
        }

        return answer;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        await ReleaseAsync();
    }

    // Under another address each time: browsers remember what failed.
    private async Task<IJSObjectReference?> ImportAsync()
    {
        for (var i = 0; i < Tries && !_isGone; i++)
        {
            try
            {
                return await runtime.InvokeAsync<IJSObjectReference>("import", i == 0 ? $"./{path}" : $"./{path}?again={i}");
            }
            catch (JSException)
            {
                await Task.Delay(pause ?? TimeSpan.FromSeconds(1));
            }
        }

        return null;
    }

    private Task ReleaseAsync() => QuietlyAsync(async () =>
    {
        var (attached, module) = (_attached, _module);
        (_attached, _module) = (null, null);
        if (attached is not null)
        {
            await attached.InvokeVoidAsync("dispose");
            await attached.DisposeAsync();
        }

        if (module is not null)
        {
            await module.DisposeAsync();
        }
    });

    private async Task QuietlyAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (_isGone && fault is JSException or JSDisconnectedException or ObjectDisposedException or OperationCanceledException)
        {
        }
    }
}
