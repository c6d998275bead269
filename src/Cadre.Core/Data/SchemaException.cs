namespace Cadre.Core.Data;

/// <summary>The schema of a database is not what this version of Cadre can work with.</summary>
public sealed class SchemaException(string message) : Exception(message);
