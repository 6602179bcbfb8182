using Microsoft.ML;
using Pneumonia.Core.Recipes;

namespace Pneumonia.Model.Estimators;

/// <summary>Adds the trainer to ML.NET's own list.</summary>
public static class ImageClassificationCatalog
{
    /// <summary>A trainer for X-rays.</summary>
    /// <param name="trainers">ML.NET's trainers for several classes. They do not hand out their context; a fresh one does.</param>
    /// <param name="options">What and how to train, with the names of ML.NET's own image classification trainer.</param>
    /// <param name="settings">Columns, and what becomes of the model; null: columns <c>ImagePath</c>, <c>Label</c> and, where there is one,
    /// <c>Patient</c>, and no zip is kept.</param>
    public static ImageClassificationEstimator ImageClassification(
        this MulticlassClassificationCatalog.MulticlassClassificationTrainers trainers, ImageClassificationOptions options,
        EstimatorSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(trainers);
        return new ImageClassificationEstimator(options, settings ?? new EstimatorSettings());
    }
}
