using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pneumonia.Tests.Blazor;

/// <summary>Renders a component as the server does before a circuit opens, and parses what comes out.</summary>
internal static class Markup
{
    public static async Task<IElement> RenderAsync<TComponent>(IServiceProvider services, params (string Name, object? Value)[] parameters)
        where TComponent : IComponent
    {
        if (services.GetRequiredService<NavigationManager>() is IHostEnvironmentNavigationManager navigation)
        {
            navigation.Initialize("http://localhost/", "http://localhost/");
        }

        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var view = ParameterView.FromDictionary(parameters.ToDictionary(pair => pair.Name, pair => pair.Value));
            return (await renderer.RenderComponentAsync<TComponent>(view)).ToHtmlString();
        });
        return new HtmlParser().ParseDocument(html).Body!;
    }

    /// <summary>An element's text with single spaces.</summary>
    public static string Text(this IElement? element) =>
        string.Join(' ', element!.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
