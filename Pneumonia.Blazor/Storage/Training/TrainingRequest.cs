using System.Text.Json.Serialization;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Json;

namespace Pneumonia.Blazor.Storage.Training;

/// <summary>What a training run was asked to do, in full: the same again gives the same model.</summary>
/// <param name="Data">Full path of the data set.</param>
/// <param name="DataName">The data set's name for people.</param>
/// <param name="Recipe">Name of the recipe it began with; null: the trainer's defaults.</param>
/// <param name="BaseVersion">Version of the registered model whose weights it begins with; null: those that the options name, or random ones.</param>
/// <param name="Options">The trainer's options. The weights of <paramref name="BaseVersion"/> are filled in when it runs.</param>
public sealed record TrainingRequest(
    string Data, string DataName, string? Recipe, string? BaseVersion,
    [property: JsonConverter(typeof(StoredRecipeConverter))] ImageClassificationOptions Options);
