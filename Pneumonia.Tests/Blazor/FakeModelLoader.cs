using Pneumonia.Core.Package;
using Pneumonia.Core.Serving;

namespace Pneumonia.Tests.Blazor;

/// <summary>Loads fake models: a file's text is the name of the model, and the text <c>broken</c> is refused.</summary>
internal sealed class FakeModelLoader : IModelLoader
{
    public const string Broken = "broken";

    public IRadiographModel Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidModelException(path, "there is no such file");
        }

        var name = File.ReadAllText(path);
        return name == Broken ? throw new InvalidModelException(path, "its manifest cannot be read") : new FakeModel(name);
    }
}
