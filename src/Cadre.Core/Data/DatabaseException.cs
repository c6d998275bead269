namespace Cadre.Core.Data;

/// <summary>A database cannot be used as it was named: it cannot be read, reached or written. The message is for whoever starts the server and holds no password.</summary>
public sealed class DatabaseException(string message, Exception? inner = null) : Exception(message, inner);
