using Microsoft.JSInterop;
using Pneumonia.Blazor.Components.Shared;

namespace Pneumonia.Tests.Blazor;

public sealed class ScriptHandleTests
{
    [Fact]
    public async Task Calls_go_to_what_was_attached_and_it_is_let_go_of_at_the_end()
    {
        var browser = new Browser();
        var script = new ScriptHandle(browser, "some.js");
        await script.InvokeAsync("early");
        Assert.False(script.IsAttached);

        await script.AttachAsync("attach", 1);
        await script.InvokeAsync("draw", 2);
        Assert.True(script.IsAttached);
        await script.DisposeAsync();
        await script.InvokeAsync("late");

        Assert.Equal(["import ./some.js", "attach 1", "draw 2", "dispose ", "gone", "gone"], browser.Calls);
    }

    [Fact]
    public async Task A_component_that_is_gone_before_its_script_is_there_lets_go_of_it_all_the_same()
    {
        var arriving = new TaskCompletionSource();
        var browser = new Browser { Arriving = arriving.Task };
        var script = new ScriptHandle(browser, "some.js");
        var attaching = script.AttachAsync("attach");
        await script.DisposeAsync();

        arriving.SetResult();
        await attaching;

        Assert.False(script.IsAttached);
        Assert.Equal(["import ./some.js", "attach ", "dispose ", "gone", "gone"], browser.Calls);
    }

    [Fact]
    public async Task A_fault_counts_while_the_component_is_there_and_not_once_it_is_gone()
    {
        var browser = new Browser();
        var script = new ScriptHandle(browser, "some.js");
        await script.AttachAsync("attach");
        browser.Fault = new JSException("no such element");

        await Assert.ThrowsAsync<JSException>(() => script.InvokeAsync("draw"));
        browser.Fault = new JSDisconnectedException("the tab was closed");
        await script.DisposeAsync();
    }

    [Fact]
    public async Task A_module_that_a_cut_line_held_up_is_asked_for_again_under_another_address()
    {
        var browser = new Browser { Missing = 2 };
        var script = new ScriptHandle(browser, "some.js", TimeSpan.Zero);

        await script.AttachAsync("attach");

        Assert.True(script.IsAttached);
        Assert.Equal(["import ./some.js", "import ./some.js?again=1", "import ./some.js?again=2", "attach "], browser.Calls);
    }

    [Fact]
    public async Task A_module_that_never_comes_ends_no_circuit()
    {
        var script = new ScriptHandle(new Browser { Missing = int.MaxValue }, "some.js", TimeSpan.Zero);

        await script.AttachAsync("attach");

        Assert.False(script.IsAttached);
        await script.InvokeAsync("draw");
    }

    /// <summary>Writes down what it is asked for.</summary>
    private sealed class Browser : IJSRuntime, IJSObjectReference
    {
        public List<string> Calls { get; } = [];

        public Task Arriving { get; init; } = Task.CompletedTask;

        public Exception? Fault { get; set; }

        /// <summary>How often a module does not come.</summary>
        public int Missing { get; set; }

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            await Arriving;
            Calls.Add($"{identifier} {string.Join(' ', args ?? [])}");
            if (identifier == "import" && Missing-- > 0)
            {
                throw new JSException("the module could not be fetched");
            }

            return Fault is null ? (typeof(TValue) == typeof(IJSObjectReference) ? (TValue)(object)this : default!) : throw Fault;
        }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
            InvokeAsync<TValue>(identifier, args);

        public ValueTask DisposeAsync()
        {
            Calls.Add("gone");
            return ValueTask.CompletedTask;
        }
    }
}
