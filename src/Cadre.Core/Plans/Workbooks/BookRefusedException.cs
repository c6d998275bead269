namespace Cadre.Core.Plans.Workbooks;

/// <summary>A file that is no workbook of this plan, or cannot be read as one; the message is a sentence for whoever sent it.</summary>
public sealed class BookRefusedException(string message) : Exception(message);
