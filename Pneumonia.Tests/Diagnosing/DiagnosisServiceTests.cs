using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Serving;
using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Serving;
using Pneumonia.Tests.Api;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Diagnosing;

public sealed class DiagnosisServiceTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Operating_points_limits_and_input_are_of_the_model_that_answered()
    {
        using var gate = new GatedLoader();
        await using var app = new App { Loader = gate };
        (await app.CreateClient().PredictAsync(ApiClient.Image(1))).EnsureSuccessStatusCode();
        gate.Close();
        var asked = app.Services.GetRequiredService<DiagnosisService>().DiagnoseAsync(Xray(), CancellationToken.None);
        Assert.True(await gate.Held.WaitAsync(s_patience));
        await PromoteAsync(app, FakeInformation.Triaging);
        gate.Open();

        var diagnosis = await asked;

        Assert.StartsWith("pneumonia ", diagnosis.Prediction.Model);
        Assert.NotNull(diagnosis.OperatingPoint);
        Assert.NotEmpty(diagnosis.OperatingPoints);
        Assert.NotNull(diagnosis.Input);
        Assert.Null(diagnosis.Limits);
    }

    [Fact]
    public async Task The_answer_of_another_model_is_not_explained()
    {
        await using var app = new App();
        (await app.CreateClient().PredictAsync(ApiClient.Image(1))).EnsureSuccessStatusCode();
        var explanations = app.Services.GetRequiredService<ExplanationService>();

        var refusal = await Assert.ThrowsAsync<UserException>(() => explanations.ExplainAsync(
            Xray(), "earlier 0a1b2c3d", new ExplanationQuestion("cam"), new Progress<DataProgress>(), CancellationToken.None));

        Assert.Equal(
            $"earlier 0a1b2c3d gave the answer; pneumonia {FakeInformation.Create().Version} is in service now and cannot explain it.",
            refusal.Message);
    }

    private static Radiograph Xray() => new RadiographDecoder().Decode(ApiClient.Image(2), "chest.png");

    private static async Task PromoteAsync(App app, string name)
    {
        var live = app.Services.GetRequiredService<LiveModel>();
        app.PutModel(name);
        Assert.True(await Task.Run(() => SpinWait.SpinUntil(() => live.Information?.Manifest.Name == name, s_patience)));
    }
}
