using Microsoft.AspNetCore.Localization;
using Pneumonia.Blazor.Texts;
using Pneumonia.Core;

namespace Pneumonia.Blazor.Hosting;

/// <summary>The texts of the pages, and the language that they are shown in.</summary>
internal static class TextExtensions
{
    /// <summary>The setting: a language such as <c>de</c>, or <c>browser</c> for what each visitor's browser asks for. It holds until a visitor
    /// chooses another in the menu.</summary>
    public const string Setting = "Language";

    /// <summary>Name of the cookie in which <c>language.js</c> remembers what a visitor chose.</summary>
    private const string Cookie = "language";

    private const string Browser = "browser";
    private const string English = "en";

    public static IServiceCollection AddTexts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        return services.Configure<RequestLocalizationOptions>(options => Choose(options, configuration[Setting]));
    }

    /// <summary>English, and every language that has a file of texts such as <c>MainLayout.de.resx</c>.</summary>
    public static IReadOnlyList<string> Languages() =>
    [
        English,
        .. Directory.EnumerateDirectories(AppContext.BaseDirectory)
            .Where(folder => File.Exists(Path.Combine(folder, $"{typeof(TextExtensions).Assembly.GetName().Name}.resources.dll")))
            .Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal),
    ];

    private static void Choose(RequestLocalizationOptions options, string? setting)
    {
        var (languages, language) = (Languages(), string.IsNullOrWhiteSpace(setting) ? English : setting);
        if (language != Browser && !languages.Contains(language))
        {
            throw new UserException(
                $"{Setting}: there are no texts in '{language}'; choose {string.Join(", ", languages)} or {Browser}.");
        }

        options.DefaultRequestCulture = new RequestCulture(Cultures.Of(language == Browser ? English : language));
        options.SupportedCultures = options.SupportedUICultures = [.. languages.Select(Cultures.Of)];
        options.RequestCultureProviders =
        [
            new ApiLanguage(languages, English),
            new CookieRequestCultureProvider { CookieName = Cookie, Options = options },
            .. language == Browser ? [new AcceptLanguageHeaderRequestCultureProvider { Options = options }] : Array.Empty<IRequestCultureProvider>(),
        ];
    }
}
