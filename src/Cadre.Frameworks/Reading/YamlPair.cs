namespace Cadre.Frameworks.Reading;

/// <summary>A free key of a YAML mapping with its value.</summary>
/// <param name="Path">The key as a message names it, with the one above it: <c>organisations.RRP</c>.</param>
/// <param name="Key">The key.</param>
/// <param name="Value">Its value.</param>
/// <param name="Line">Line of the key, 1 for the first.</param>
internal sealed record YamlPair(string Path, string Key, string Value, int Line);
