namespace Pneumonia.Tests.Browser;

/// <summary>A test of the shipped model; skipped where it is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShippedModelFactAttribute : FactAttribute
{
    public ShippedModelFactAttribute()
    {
        if (!File.Exists(ShippedModel.File))
        {
            Skip = "The shipped model is not there: models/pneumonia.zip.";
        }
    }
}
