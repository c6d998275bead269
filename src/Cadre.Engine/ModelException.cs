namespace Cadre.Engine;

/// <summary>
/// A model that reads well but cannot be run or fitted; the message says where, what was found and what
/// to change. The input is at fault, not the program.
/// </summary>
public sealed class ModelException(string message) : Exception(message);
