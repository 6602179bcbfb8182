using Microsoft.AspNetCore.Components;
using Pneumonia.Blazor.ReadingRoom;
using Pneumonia.Blazor.Texts;
using Pneumonia.Core;

namespace Pneumonia.Blazor.Components.Records;

/// <summary>A form whose entries go into a study's record. One entry at a time, and what keeps it from being stored is told.</summary>
public abstract class RecordComponent : ComponentBase
{
    private Study? _begun;

    [Parameter, EditorRequired]
    public Study Study { get; set; } = null!;

    [Inject]
    protected RecordDesk Desk { get; set; } = null!;

    /// <summary>Whether an entry is being stored.</summary>
    protected bool IsStoring { get; private set; }

    /// <summary>Why the last entry is not stored, one sentence.</summary>
    protected string? Complaint { get; private set; }

    /// <summary>The classes to choose from, as the model names them.</summary>
    protected IEnumerable<string> Classes => Study.Diagnosis?.Prediction.Probabilities.Select(each => each.Class) ?? [];

    /// <summary>Begins anew with another study.</summary>
    protected virtual void Begin() => Complaint = null;

    protected override void OnParametersSet()
    {
        if (_begun != Study)
        {
            _begun = Study;
            Begin();
        }
    }

    /// <summary>Stores an entry. False where it could not be stored.</summary>
    protected async Task<bool> StoreAsync(Func<Task> store)
    {
        if (IsStoring)
        {
            return false;
        }

        (IsStoring, Complaint) = (true, null);
        try
        {
            await store();
            return true;
        }
        catch (UserException fault)
        {
            Complaint = Refusals.Tell(fault);
            return false;
        }
        finally
        {
            IsStoring = false;
        }
    }
}
