using Cadre.Engine.Model;

namespace Cadre.Frameworks.Reading;

/// <summary>The row of the opening stock that a cohort comes from, as its file has it.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line.</param>
/// <param name="Source">Id of the evidence item.</param>
/// <param name="Grade">How good the evidence is.</param>
/// <param name="KnownOn">The day the figures became public.</param>
/// <param name="Note">What a reader should know about it.</param>
public sealed record StockEntry(string File, int Line, string Source, Grade Grade, DateOnly KnownOn, string Note);
