namespace Pneumonia.Blazor.Storage.Studies;

/// <summary>Which way a study came in.</summary>
public enum StudySource
{
    Page,
    Api,
}
