using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Pneumonia.Blazor.Texts;

/// <summary>MudBlazor's own words, of its tables, pickers and dialogs, in other languages than English.</summary>
internal sealed class MudTexts(IStringLocalizer<MudTexts> text) : MudLocalizer
{
    /// <inheritdoc/>
    public override LocalizedString this[string key] => text[key];

    /// <inheritdoc/>
    public override LocalizedString this[string key, params object[] arguments] => text[key, arguments];
}
