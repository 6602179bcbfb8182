using Microsoft.AspNetCore.Components;
using Pneumonia.Blazor.Components.Shared;
using Pneumonia.Blazor.Serving;

namespace Pneumonia.Blazor.Components.Layout;

/// <summary>A component that renders itself again whenever another model comes into service.</summary>
public abstract class LiveModelComponent : ComponentBase, IDisposable
{
    private Action? _refresh;

    [Inject]
    protected LiveModel Live { get; set; } = null!;

    public void Dispose()
    {
        Live.Changed -= _refresh;
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized() => Live.Changed += _refresh = VisitorContext.Keep(() => _ = InvokeAsync(StateHasChanged));
}
