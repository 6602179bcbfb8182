using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Serving;
using Pneumonia.Core.Serving.Queue;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Api;

/// <summary>Whatever is promoted while an answer is made, all that it says is of one model.</summary>
public sealed class OneModelAnswersTests : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly GatedLoader _gate = new();
    private readonly App _app;
    private readonly HttpClient _client;

    public OneModelAnswersTests()
    {
        _app = new App { Loader = _gate, Settings = { ["Inference:MostWaiting"] = "1" } };
        _client = _app.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _gate.Open();
        await _app.DisposeAsync();
        _gate.Dispose();
    }

    [Theory]
    [InlineData("?saliency=true")]
    [InlineData("?method=cam")]
    public async Task Verdict_and_overlay_of_an_answer_are_of_the_same_model(string query)
    {
        (await _client.PredictAsync(ApiClient.Image(1))).EnsureSuccessStatusCode();
        _gate.Close();
        var asked = _client.PredictAsync(ApiClient.Image(2), query: query);
        await HeldAsync();
        await PromoteAsync("newer");
        _gate.Open();

        var answer = await (await asked).JsonAsync();

        Assert.StartsWith("pneumonia ", (string?)answer["model"]);
        Assert.Equal("pneumonia", (string?)answer["saliency"]!["method"]);
        Assert.StartsWith("newer ", (string?)(await (await _client.PredictAsync(ApiClient.Image(3))).JsonAsync())["model"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?method=cam")]
    public async Task The_overlay_of_a_study_is_of_the_model_that_answered_or_there_is_none(string query)
    {
        var study = (await _client.PredictAsync(ApiClient.Image(1))).Headers.Location!;
        _gate.Close();
        var asked = _client.GetAsync($"{study}/saliency{query}");
        await HeldAsync();
        await PromoteAsync("newer");
        _gate.Open();

        Assert.Equal(["pneumonia"], (await asked).EnsureSuccessStatusCode().Headers.GetValues("Saliency-Method"));
        Assert.Contains("cannot explain it", await (await _client.GetAsync($"{study}/saliency{query}")).ProblemAsync(409));
    }

    [Fact]
    public async Task Who_comes_when_too_many_wait_is_asked_to_come_again()
    {
        (await _client.PredictAsync(ApiClient.Image(1))).EnsureSuccessStatusCode();
        _gate.Close();
        var first = _client.PredictAsync(ApiClient.Image(2));
        await HeldAsync();
        var second = _client.PredictAsync(ApiClient.Image(3));
        var queue = _app.Services.GetRequiredService<InferenceQueue>();
        Assert.True(SpinWait.SpinUntil(() => queue.Length == 1, s_patience));

        var third = await _client.PredictAsync(ApiClient.Image(4));

        Assert.Equal("Too many X-rays are waiting to be answered for; try again in a moment.", await third.ProblemAsync(503));
        Assert.Equal("5", third.Headers.RetryAfter?.ToString());
        _gate.Open();
        Assert.All(await Task.WhenAll(first, second), answer => Assert.True(answer.IsSuccessStatusCode));
    }

    private async Task HeldAsync() => Assert.True(await _gate.Held.WaitAsync(s_patience));

    private async Task PromoteAsync(string name)
    {
        var live = _app.Services.GetRequiredService<LiveModel>();
        var promoted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        live.Changed += Look;
        _app.PutModel(name);
        Look();
        await promoted.Task.WaitAsync(s_patience);
        live.Changed -= Look;

        void Look()
        {
            if (live.Information?.Manifest.Name == name)
            {
                promoted.TrySetResult();
            }
        }
    }
}
