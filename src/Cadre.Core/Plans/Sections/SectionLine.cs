namespace Cadre.Core.Plans.Sections;

/// <summary>One thing that a section says.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Text">What it says.</param>
public readonly record struct SectionLine(string Label, string Text);
