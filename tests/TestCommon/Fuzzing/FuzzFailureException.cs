namespace Cadre.TestCommon.Fuzzing;

/// <summary>A reader answered a mutant otherwise than it should; the message says how to repeat it.</summary>
public sealed class FuzzFailureException(string message, Exception? cause) : Exception(message, cause);
