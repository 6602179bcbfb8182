using System.Text.Json;
using Pneumonia.Core;
using Pneumonia.Core.Files;
using Pneumonia.Core.Recipes;

namespace Pneumonia.Model.Tuning;

/// <summary>A search's folder: <c>trials.json</c> (its whole state), <c>leaderboard.csv</c>, <c>best-recipe.json</c>, and a workspace for
/// every trial that may still go on.</summary>
/// <param name="path">The folder; made where it does not exist.</param>
public sealed class TuningFolder(string path)
{
    /// <summary>The folder itself.</summary>
    public string Root { get; } = path;

    /// <summary>The state.</summary>
    public string StateFile { get; } = Path.Combine(path, "trials.json");

    /// <summary>The ranked trials.</summary>
    public string LeaderboardFile { get; } = Path.Combine(path, "leaderboard.csv");

    /// <summary>The best trial's options, for <c>train --recipe</c>.</summary>
    public string RecipeFile { get; } = Path.Combine(path, "best-recipe.json");

    /// <summary>Where a trial keeps its checkpoint.</summary>
    public string Workspace(Trial trial) => Path.Combine(Root, "workspaces", $"trial-{trial.Number}");

    /// <summary>Begins a search, or goes on with the one that is there.</summary>
    /// <param name="search">The search as asked for now.</param>
    /// <param name="resume">Whether to go on.</param>
    /// <exception cref="UserException">There is a search and <paramref name="resume"/> is off, or it is another one, or it cannot be
    /// read.</exception>
    public TuningState Open(TuningOptions search, bool resume)
    {
        if (!File.Exists(StateFile))
        {
            var begun = TuningState.Begin(search);
            Save(begun);
            return begun;
        }

        if (!resume)
        {
            throw new UserException($"{StateFile}: there is a search already; give --resume to go on with it, or another --output.");
        }

        var saved = Read();
        if (SearchDifference.Of(saved.Search, search) is { } difference)
        {
            throw new UserException($"{StateFile}: the search there is another one: {difference}. Give another --output to search anew.");
        }

        return saved with { Search = search };
    }

    /// <summary>Writes the state and what follows from it, each file atomically and the state first.</summary>
    public void Save(TuningState state)
    {
        AtomicFile.Write(StateFile, stream => JsonSerializer.Serialize(stream, state, ModelJson.Options));
        AtomicFile.Write(LeaderboardFile, stream => LeaderboardCsv.Write(state, stream));
        if (Leaderboard.Best(state) is { } best)
        {
            var recipe = best.Draw.ApplyTo(state.Search.Recipe);
            AtomicFile.Write(RecipeFile, stream => JsonSerializer.Serialize(stream, recipe, ModelJson.Options));
        }
    }

    private TuningState Read()
    {
        try
        {
            using var stream = File.OpenRead(StateFile);
            var state = JsonSerializer.Deserialize<TuningState>(stream, ModelJson.Options) ?? throw new JsonException("it is empty.");
            return state.Trials.Select(trial => trial.Number).SequenceEqual(Enumerable.Range(1, state.Search.Trials))
                ? state
                : throw new JsonException("its trials are not numbered one by one.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UserException($"{StateFile}: the search cannot be read: {e.Message}", e);
        }
    }
}
