namespace Cadre.Web.Components;

/// <summary>A page on the way to another.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Href">Where it is.</param>
public sealed record Crumb(string Text, string Href);
