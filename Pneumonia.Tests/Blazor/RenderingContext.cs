using Bunit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using MudBlazor.Services;

namespace Pneumonia.Tests.Blazor;

/// <summary>Renders components with the services of the app, in a scope of their own, as a tab has one. Scripts are not run.</summary>
public abstract class RenderingContext : BunitContext, IAsyncLifetime
{
    private readonly IServiceScope _scope;

    /// <param name="app">The app.</param>
    /// <param name="replace">Puts services in the place of the app's; null for none.</param>
    protected RenderingContext(App app, Action<IServiceCollection>? replace = null)
    {
        _scope = app.Services.CreateScope();
        JSInterop.Mode = JSRuntimeMode.Loose;

        // In place of the stand-in that would come before the app's own texts.
        Services.AddSingleton(_scope.ServiceProvider.GetRequiredService<IStringLocalizerFactory>());
        Services.AddSingleton(_scope.ServiceProvider.GetRequiredService<IOptions<RequestLocalizationOptions>>());
        Services.AddTransient(typeof(IStringLocalizer<>), typeof(StringLocalizer<>));

        // These want the navigation of this renderer, not the app's.
        Services.AddMudServices();
        replace?.Invoke(Services);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);

        // Last: it takes the first service, and after that none can be added.
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    /// <summary>The services of the tab.</summary>
    protected IServiceProvider Tab => _scope.ServiceProvider;

    /// <summary>Lets a script be there: what its functions are asked is on record with it.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="function">The function that the component attaches itself by.</param>
    protected BunitJSModuleInterop Script(string path, string function = "attach")
    {
        var module = JSInterop.SetupModule($"./{path}");
        module.Mode = JSRuntimeMode.Loose;
        var attached = module.SetupModule(invocation => invocation.Identifier == function);
        attached.Mode = JSRuntimeMode.Loose;
        return attached;
    }

    /// <inheritdoc/>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Some services of the pages go asynchronously alone.</summary>
    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        _scope.Dispose();
    }
}
