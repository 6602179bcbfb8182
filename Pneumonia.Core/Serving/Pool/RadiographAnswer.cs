namespace Pneumonia.Core.Serving.Pool;

/// <summary>How a pool asks a model. The one for <see cref="PredictionInput"/> and <see cref="Prediction"/> is registered with the pool; a
/// program with types of its own registers another.</summary>
/// <typeparam name="TIn">What is asked.</typeparam>
/// <typeparam name="TOut">What is answered.</typeparam>
public delegate TOut RadiographAnswer<in TIn, out TOut>(IRadiographModel model, TIn example);
