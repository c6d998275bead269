namespace Cadre.Engine.Results;

/// <summary>Where the measures of a line and month stand in a record: a weighted sum of what is kept.</summary>
/// <param name="Terms">What is added up, in the order of adding.</param>
/// <param name="Offset">How far after that the month stands.</param>
internal readonly record struct RecordedFigure(RecordedTerm[] Terms, int Offset);

/// <summary>A kept sum within a line.</summary>
/// <param name="At">Where its first month stands in a record.</param>
/// <param name="Weight">Share of it that the line counts.</param>
internal readonly record struct RecordedTerm(int At, double Weight);
