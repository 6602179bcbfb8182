namespace Pneumonia.Blazor.Components.Shared;

/// <summary>Lets what happens elsewhere in the server be shown in a visitor's language, which only the visitor's own requests carry.</summary>
internal static class VisitorContext
{
    /// <summary>The same work, in the language of who calls this.</summary>
    public static Action<T> Keep<T>(Action<T> work)
    {
        var context = ExecutionContext.Capture()!;
        return argument => ExecutionContext.Run(context, _ => work(argument), null);
    }

    /// <inheritdoc cref="Keep{T}"/>
    public static Action Keep(Action work)
    {
        var kept = Keep<object?>(_ => work());
        return () => kept(null);
    }
}
