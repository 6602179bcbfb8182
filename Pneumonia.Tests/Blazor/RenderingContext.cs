using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Radzen;
using Radzen.Blazor.Rendering;

namespace Pneumonia.Tests.Blazor;

/// <summary>Renders components with the services of the app, in a scope of their own, as a tab has one. Scripts are not run.</summary>
public abstract class RenderingContext : BunitContext
{
    private readonly IServiceScope _scope;

    protected RenderingContext(App app)
    {
        _scope = app.Services.CreateScope();
        JSInterop.Mode = JSRuntimeMode.Loose;

        // In place of the stand-in that would come before the app's own texts.
        Services.AddSingleton(_scope.ServiceProvider.GetRequiredService<IStringLocalizerFactory>());
        Services.AddTransient(typeof(IStringLocalizer<>), typeof(StringLocalizer<>));

        // These want the navigation of this renderer, not the app's.
        Services.AddRadzenComponents();

        // A chart asks its script how large it is.
        JSInterop.Setup<Rect>("Radzen.createChart", _ => true).SetResult(new Rect { Width = 400, Height = 200 });
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);

        // Last: it takes the first service, and after that none can be added.
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    /// <summary>The services of the tab.</summary>
    protected IServiceProvider Tab => _scope.ServiceProvider;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _scope.Dispose();
        }
    }
}
