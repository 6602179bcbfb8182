using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Components.Registry;
using Pneumonia.Blazor.Models;
using Pneumonia.Blazor.Uploads;

namespace Pneumonia.Tests.Blazor.Registry;

public sealed class ModelUploadTests : RenderingContext, IClassFixture<App>
{
    private readonly Shelf _shelf;

    public ModelUploadTests(App app)
        : this(app, new Shelf())
    {
    }

    private ModelUploadTests(App app, Shelf shelf)
        : base(app, services => services.AddScoped(_ => shelf.Library)) => _shelf = shelf;

    private IncomingModels Incoming => Tab.GetRequiredService<IncomingModels>();

    [Theory]
    [InlineData("second.zip", "second")]
    [InlineData("نموذج.zip", "نموذج")]
    public async Task A_zip_that_has_come_is_on_the_list_and_said_not_to_be_in_service(string file, string name)
    {
        _shelf.Library = new MadeLibrary("first");

        var upload = await SendAsync(file);

        upload.WaitForAssertion(() => Assert.Contains(name, upload.Find("[role=status]").Text(), StringComparison.Ordinal));
        Assert.Contains("is on the list. It is not in service by that.", upload.Find("[role=status]").Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_that_is_refused_is_told_in_a_sentence()
    {
        _shelf.Library = new MadeLibrary { Refusal = "second.zip: it is no zip file" };

        var upload = await SendAsync("second.zip");

        upload.WaitForAssertion(() => Assert.Contains("Not added. second.zip: it is no zip file.", upload.Find(".mud-warning-text:not([data-complaint])").Text(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Once_the_page_is_left_nothing_more_is_taken_at_its_address()
    {
        var (_, token) = Open();
        Assert.NotNull(Incoming.Find(token));

        await DisposeComponentsAsync();

        Assert.Null(Incoming.Find(token));
    }

    private async Task<IRenderedComponent<ModelUpload>> SendAsync(string file)
    {
        var (upload, token) = Open();
        await Incoming.Find(token)!.TakeAsync("key", file, new FilePart(3, 0, new MemoryStream([1, 2, 3])), CancellationToken.None);
        return upload;
    }

    private (IRenderedComponent<ModelUpload> Upload, string Token) Open()
    {
        Script("model-upload.js");
        var upload = Render<ModelUpload>();
        Assert.False(upload.Find("input").HasAttribute("disabled"));
        var address = (string)JSInterop.Invocations["attach"].Single().Arguments[1]!;
        return (upload, address.Split('/')[1]);
    }

    private sealed class Shelf
    {
        public IModelLibrary Library { get; set; } = new MadeLibrary();
    }
}
