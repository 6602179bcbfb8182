namespace Pneumonia.Blazor.Components.Viewing;

/// <summary>What an action of the viewer is for, in the order of the row of buttons.</summary>
internal enum ActionGroup
{
    /// <summary>What the pointer does: one of them is on.</summary>
    Tool,

    /// <summary>A choice of grey levels.</summary>
    Window,

    /// <summary>Where the image stands and how it lies.</summary>
    View,

    /// <summary>What is laid over the image.</summary>
    Layer,

    /// <summary>The patient's other X-ray beside it.</summary>
    Prior,

    Help,

    /// <summary>Keys alone, everywhere on the page.</summary>
    Keys,

    /// <summary>Keys alone, with the focus on an X-ray; its arrows and what goes with them. The page's list names them, the browser knows them.</summary>
    OnImage,
}
