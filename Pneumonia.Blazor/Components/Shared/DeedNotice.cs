using MudBlazor;

namespace Pneumonia.Blazor.Components.Shared;

/// <summary>Tells what was done on a page. Only the last deed is told: what could be taken back before may have changed since.</summary>
internal static class DeedNotice
{
    private const string Key = "deed";

    /// <summary>Tells a deed in place of the one before.</summary>
    /// <param name="snackbar">Where it is told.</param>
    /// <param name="what">What was done, a sentence.</param>
    /// <param name="action">Name of what can be done about it.</param>
    /// <param name="act">Does that; null where nothing can be done.</param>
    public static void Tell(this ISnackbar snackbar, string what, string action, Func<Task>? act)
    {
        snackbar.RemoveByKey(Key);
        snackbar.Add(what, Severity.Normal, options =>
        {
            if (act is not null)
            {
                options.Action = action;
                options.ActionColor = Color.Primary;
                options.OnClick = _ => act();
            }
        }, Key);
    }
}
