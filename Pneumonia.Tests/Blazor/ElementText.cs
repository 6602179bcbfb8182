using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace Pneumonia.Tests.Blazor;

/// <summary>What a reader sees of markup, with single spaces.</summary>
internal static class ElementText
{
    public static string Text(this IElement element) => Spaced(element.TextContent);

    public static string Text(this IRenderedComponent<IComponent> component) => Spaced(string.Concat(component.Nodes.Select(node => node.TextContent)));

    private static string Spaced(string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
