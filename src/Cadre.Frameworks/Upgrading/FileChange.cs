namespace Cadre.Frameworks.Upgrading;

/// <summary>A file with other content.</summary>
/// <param name="File">Its name in the framework's folder.</param>
/// <param name="Content">Its new bytes.</param>
/// <param name="What">In words, what is new in it.</param>
internal sealed record FileChange(string File, byte[] Content, string What);
