using System.Net;
using Pneumonia.Tests.Blazor;
using Pneumonia.Tests.Imaging.Dicom;

namespace Pneumonia.Tests.Api;

public sealed class DicomApiTests(App app) : IClassFixture<App>
{
    private const int Side = 160;

    private readonly HttpClient _client = app.CreateClient();

    [Fact]
    public async Task A_DICOM_file_is_answered_and_kept_as_it_came()
    {
        var bytes = MadeDicom.Image(Side, Side, [.. Enumerable.Range(0, Side * Side).Select(i => (ushort)(i % Side * 20))]).Bytes();

        var response = await SendAsync(bytes);
        var study = await response.JsonAsync();
        var image = await _client.GetAsync((string)study["image"]!["url"]!);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("dicom", (string)study["image"]!["format"]!);
        Assert.Equal("application/dicom", image.Content.Headers.ContentType!.MediaType);
        Assert.Equal(bytes, await image.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task One_of_another_body_part_is_refused_by_its_name()
    {
        byte[] hand = [.. MadeDicom.Image(Side, Side, new ushort[Side * Side]).Bytes()[..MadeDicom.Meta], .. new MadeDicom().Text(0x0018, 0x0015, "CS", "HAND").BareBytes()];

        var response = await SendAsync(hand);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("shows HAND, and not a chest", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> SendAsync(byte[] bytes) => _client.PostAsync("/api/v1/predictions", new MultipartFormDataContent
    {
        { new ByteArrayContent(bytes), "file", "chest.dcm" },
    });
}
