using System.Text.Json;
using System.Text.Json.Nodes;
using Pneumonia.Core.Files;
using Pneumonia.Core.Package;
using Pneumonia.Model.Packaging.Card;
using Pneumonia.Tests.Package;

namespace Pneumonia.Tests.Packaging.Card;

public class ModelCardTests
{
    [Theory]
    [InlineData("""{"holdOut": "random"}""", "patients at random")]
    [InlineData("""{"epoch": 3}""", "patients at random")]
    [InlineData("""{"holdOut": "first"}""", "the patients with the lowest numbers of every class, acquisition and cause")]
    [InlineData("""{"holdOut": "acquisition:IM"}""", "the whole acquisition IM, and patients at random of the classes that it has no images of")]
    [InlineData("""{"holdOut": "random", "validationImages": 120}""", "a validation set of its own")]
    public void The_card_says_which_patients_were_held_out(string training, string words)
    {
        var information = SampleModel.Information();
        var manifest = Of(information.Manifest, training);

        var card = ModelCard.Write(manifest, information.Calibration, information.Evaluation);

        Assert.Contains($"other patients held out: {words}.", card, StringComparison.Ordinal);
    }

    private static ModelManifest Of(ModelManifest manifest, string training)
    {
        var node = JsonSerializer.SerializeToNode(manifest, ModelJson.Options)!;
        node["training"] = JsonNode.Parse(training);
        return node.Deserialize<ModelManifest>(ModelJson.Options)!;
    }
}
