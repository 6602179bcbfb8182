using Microsoft.AspNetCore.Localization;
using Pneumonia.Blazor.Api;

namespace Pneumonia.Blazor.Hosting;

/// <summary>The API refuses in the language that a program asks for by <c>Accept-Language</c>, and in English where it asks for none that there
/// is: what a person chose for the pages, or an operator for everybody, is not meant for programs. Numbers stay English in any case.</summary>
/// <param name="languages">Those that there are.</param>
/// <param name="otherwise">English.</param>
internal sealed class ApiLanguage(IReadOnlyList<string> languages, string otherwise) : RequestCultureProvider
{
    private readonly AcceptLanguageHeaderRequestCultureProvider _header = new();

    public override async Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        if (!ApiRoutes.IsApi(httpContext.Request.Path))
        {
            return null;
        }

        var asked = await _header.DetermineProviderCultureResult(httpContext);
        var language = asked?.UICultures.Select(each => Known(each.Value)).FirstOrDefault(each => each is not null);
        return new ProviderCultureResult(otherwise, language ?? otherwise);
    }

    // Such as de for de-AT.
    private string? Known(string? asked)
    {
        var main = asked?.Split('-')[0];
        return languages.FirstOrDefault(language => string.Equals(language, main, StringComparison.OrdinalIgnoreCase));
    }
}
