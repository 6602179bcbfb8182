using Microsoft.Extensions.Localization;
using Icons = MudBlazor.Icons.Material.Filled;

namespace Pneumonia.Blazor.Components.Viewing;

/// <summary>All that the viewer does. The row of buttons, the keys and the list of keys are made from this.</summary>
internal static class ViewerActions
{
    private const string Lungs =
        "<path d=\"M11 3h2v8l2 2V7.5C15 6.1 15.9 5.5 16.8 6 19.6 7.6 21 12.4 21 17c0 2.6-.9 4-2.4 4-2 0-3.6-1.3-3.6-3.5v-2.1l-3-3-3 3v2.1C9 19.7 7.4 21 5.4 21 3.9 21 3 19.6 3 17c0-4.6 1.4-9.4 4.2-11C8.1 5.5 9 6.1 9 7.5V13l2-2z\"/>";

    private const string Bones =
        "<path d=\"M7.5 2.5a3 3 0 0 1 2.9 3.7l7.4 7.4a3 3 0 1 1 1.2 5.4 3 3 0 1 1-5.4-1.2L6.2 10.4A3 3 0 1 1 5 5a3 3 0 0 1 2.5-2.5z\"/>";

    public static IReadOnlyList<ViewerAction> All { get; } =
    [
        new("pan", ActionGroup.Tool, Icons.PanTool, "p"),
        new("window", ActionGroup.Tool, Icons.Tonality, "w"),
        new("ruler", ActionGroup.Tool, Icons.Straighten, "l"),
        new("magnifier", ActionGroup.Tool, Icons.Search, "m"),
        new("full", ActionGroup.Window, Icons.Gradient, "1"),
        new("lungs", ActionGroup.Window, Lungs, "2"),
        new("bones", ActionGroup.Window, Bones, "3"),
        new("auto", ActionGroup.Window, Icons.AutoFixHigh, "a"),
        new("file", ActionGroup.Window, Icons.FilePresent, "4"),
        new("zoom-out", ActionGroup.View, Icons.ZoomOut, "-"),
        new("zoom-in", ActionGroup.View, Icons.ZoomIn, "+", "="),
        new("flip", ActionGroup.View, Icons.Flip, "h"),
        new("turn", ActionGroup.View, Icons.Rotate90DegreesCw, "t"),
        new("invert", ActionGroup.View, Icons.InvertColors, "i"),
        new("reset", ActionGroup.View, Icons.RestartAlt, "r"),
        new("screen", ActionGroup.View, Icons.Fullscreen, "f"),
        new("saliency", ActionGroup.Layer, Icons.Layers, "o"),
        new("contours", ActionGroup.Layer, Icons.Polyline, "c"),
        new("outline", ActionGroup.Layer, Lungs, "u"),
        new("beside", ActionGroup.Layer, Icons.VerticalSplit, "s"),
        new("prior", ActionGroup.Prior, Icons.History, "b"),
        new("link", ActionGroup.Prior, Icons.Link, "k"),
        new("keys", ActionGroup.Help, Icons.Keyboard, "?"),
        new("fit", ActionGroup.Keys, null, "0"),
        new("narrower", ActionGroup.Keys, null, "["),
        new("wider", ActionGroup.Keys, null, "]"),
        new("brighter", ActionGroup.Keys, null, ","),
        new("darker", ActionGroup.Keys, null, "."),
        new("move", ActionGroup.OnImage, null, "← ↑ → ↓"),
        new("fine", ActionGroup.OnImage, null, "Shift + ← ↑ → ↓"),
        new("point", ActionGroup.OnImage, null, "Enter"),
        new("unrule", ActionGroup.OnImage, null, "Delete"),
    ];

    /// <summary>Each key and the name of what it does.</summary>
    public static IEnumerable<string[]> Bindings =>
        from action in All
        where action.Group != ActionGroup.OnImage
        from key in action.Keys
        select new[] { key, action.Name };

    /// <summary>The action of a name.</summary>
    public static ViewerAction Of(string name) => All.First(action => action.Name == name);

    /// <summary>What an action is called.</summary>
    public static string Label(this ViewerAction action, IStringLocalizer<ViewerToolbar> text) => text[action.Name];

    /// <summary>The actions with buttons of a group.</summary>
    public static IEnumerable<ViewerAction> Buttons(ActionGroup group) => All.Where(action => action.Group == group);
}
