using Microsoft.AspNetCore.Components;
using Pneumonia.Blazor.Serving;

namespace Pneumonia.Blazor.Components.Layout;

/// <summary>A component that renders itself again whenever another model comes into service.</summary>
public abstract class LiveModelComponent : ComponentBase, IDisposable
{
    [Inject]
    protected LiveModel Live { get; set; } = null!;

    public void Dispose()
    {
        Live.Changed -= Refresh;
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized() => Live.Changed += Refresh;

    private void Refresh() => _ = InvokeAsync(StateHasChanged);
}
