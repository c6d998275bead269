namespace Cadre.Core.Auditing;

/// <summary>Something that changes only together with an <see cref="AuditEntry"/>.</summary>
public interface IAudited;
