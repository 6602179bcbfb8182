using Bunit;
using Pneumonia.Blazor.Components.Layout;

namespace Pneumonia.Tests.Blazor.Layout;

public sealed class ModelBadgeTests(App app) : RenderingContext(app), IClassFixture<App>
{
    private readonly App _app = app;

    [Fact]
    public async Task The_model_in_service_is_named_and_nothing_is_amiss()
    {
        await _app.UntilLiveAsync();

        Assert.StartsWith("Model in service: pneumonia ", Render<ModelBadge>().Text(), StringComparison.Ordinal);
        Assert.Empty(Render<ModelNotice>().FindAll(".mud-alert"));
    }

    [Fact]
    public async Task A_file_that_is_no_model_leaves_the_one_before_in_service_and_is_told()
    {
        await _app.UntilLiveAsync();
        var notice = Render<ModelNotice>();

        _app.PutModel(FakeModelLoader.Broken);

        notice.WaitForElement(".mud-alert", TimeSpan.FromSeconds(60));
        Assert.Contains("its manifest cannot be read.", notice.Text(), StringComparison.Ordinal);
        Assert.Contains("pneumonia", Render<ModelBadge>().Text(), StringComparison.Ordinal);
        _app.PutModel("pneumonia");
        notice.WaitForAssertion(() => Assert.Empty(notice.FindAll(".mud-alert")), TimeSpan.FromSeconds(60));
    }
}
