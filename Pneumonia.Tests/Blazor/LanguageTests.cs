using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pneumonia.Blazor.Hosting;
using Pneumonia.Core;

namespace Pneumonia.Tests.Blazor;

public sealed class LanguageTests
{
    private const string German = "Kein Medizinprodukt.";
    private const string English = "Not a medical device.";

    [Fact]
    public void A_file_of_texts_is_a_language() => Assert.Equal(["en", "de"], TextExtensions.Languages());

    [Fact]
    public async Task A_language_that_is_set_is_everybodys()
    {
        await using var app = new App { Language = "de" };

        var html = await PageAsync(app, "en");

        Assert.Contains("<html lang=\"de\"", html);
        Assert.Contains(German, html);
        Assert.Contains("Arbeitsliste", html);
    }

    [Theory]
    [InlineData("de-AT,de;q=0.9,en;q=0.5", "de", German)]
    [InlineData("fr,en;q=0.5", "en", English)]
    [InlineData("xx", "en", English)]
    public async Task The_browser_chooses_where_it_may(string accepted, string language, string text)
    {
        await using var app = new App { Language = "browser" };

        var html = await PageAsync(app, accepted);

        Assert.Contains($"<html lang=\"{language}\"", html);
        Assert.Contains(text, html);
    }

    [Fact]
    public void A_language_without_texts_is_refused_by_name()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Language", "tlh")]).Build();
        using var services = new ServiceCollection().AddLogging().AddTexts(configuration).BuildServiceProvider();

        var fault = Assert.Throws<UserException>(() => services.GetRequiredService<IOptions<RequestLocalizationOptions>>().Value);

        Assert.Equal("Language: there are no texts in 'tlh'; choose en, de or browser.", fault.Message);
    }

    private static async Task<string> PageAsync(App app, string accepted)
    {
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", accepted);
        return await client.GetStringAsync("/about");
    }
}
