using Cadre.Core.Auditing;
using Cadre.Core.Frameworks;
using Cadre.Core.People;
using Cadre.Core.Plans;
using Cadre.Core.Plans.Tracking;
using Cadre.Core.Plans.Workbooks;
using Cadre.Core.Runs;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Cadre.Core.Data;

/// <summary>The one database. Every change that a person makes is saved together with an audit entry that says so.</summary>
public sealed class CadreDb(DbContextOptions<CadreDb> options) : IdentityUserContext<Person, Guid>(options)
{
    /// <summary>What people may do, and where.</summary>
    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();

    /// <summary>Keys by which programs act for people.</summary>
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    /// <summary>Links by which people set a password.</summary>
    public DbSet<PasswordLink> PasswordLinks => Set<PasswordLink>();

    /// <summary>Versions of frameworks; none ever changes.</summary>
    public DbSet<FrameworkVersion> Frameworks => Set<FrameworkVersion>();

    /// <summary>Runs that were asked for.</summary>
    public DbSet<Run> Runs => Set<Run>();

    /// <summary>Figures of finished runs, a row for each line.</summary>
    public DbSet<RunLine> RunLines => Set<RunLine>();

    /// <summary>Targets of finished runs.</summary>
    public DbSet<RunTarget> RunTargets => Set<RunTarget>();

    /// <summary>Rounds of planning.</summary>
    public DbSet<PlanRound> PlanRounds => Set<PlanRound>();

    /// <summary>What rounds give each place; none ever changes.</summary>
    public DbSet<PlanAllocation> PlanAllocations => Set<PlanAllocation>();

    /// <summary>Plans of places.</summary>
    public DbSet<LocalPlan> LocalPlans => Set<LocalPlan>();

    /// <summary>Sections of plans, a row for each save; none ever changes.</summary>
    public DbSet<PlanSection> PlanSections => Set<PlanSection>();

    /// <summary>Plans as they were submitted.</summary>
    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();

    /// <summary>Partners' signatures.</summary>
    public DbSet<PlanSignature> PlanSignatures => Set<PlanSignature>();

    /// <summary>People who help to write plans.</summary>
    public DbSet<PlanContributor> PlanContributors => Set<PlanContributor>();

    /// <summary>Workbooks of plans that were sent and are not applied yet.</summary>
    public DbSet<PlanUpload> PlanUploads => Set<PlanUpload>();

    /// <summary>Versions of plans that national runs were made with.</summary>
    public DbSet<PlanSuccession> PlanSuccessions => Set<PlanSuccession>();

    /// <summary>See <see cref="RunPlan"/>.</summary>
    public DbSet<RunPlan> RunPlans => Set<RunPlan>();

    /// <summary>Files of actual staff that were uploaded.</summary>
    public DbSet<ActualUpload> ActualUploads => Set<ActualUpload>();

    /// <summary>Actual staff by month, a row for each upload of it; none ever changes.</summary>
    public DbSet<Actual> Actuals => Set<Actual>();

    /// <summary>Monthly bands of plans in national runs.</summary>
    public DbSet<TrackedLine> TrackedLines => Set<TrackedLine>();

    /// <summary>Who changed what.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Adds the entry that goes with a change, to be saved with it.</summary>
    public void Audit(AuditEntry entry) => AuditEntries.Add(entry);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Something that is audited would change without an entry.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        var changed = ChangeTracker.Entries<IAudited>().FirstOrDefault(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted);
        if (changed is not null && !ChangeTracker.Entries<AuditEntry>().Any(entry => entry.State == EntityState.Added))
            throw new InvalidOperationException($"{changed.Metadata.ShortName()} would change without an audit entry.");
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Person>().ToTable("people");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("person_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("person_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("person_tokens");
        builder.Entity<RoleGrant>(grant =>
        {
            grant.ToTable("role_grants");
            grant.HasKey(item => new { item.PersonId, item.Role, item.Place });
            grant.HasOne<Person>().WithMany(person => person.Grants).HasForeignKey(item => item.PersonId);
        });
        builder.Entity<ApiKey>(key =>
        {
            key.ToTable("api_keys");
            key.HasOne<Person>().WithMany().HasForeignKey(item => item.PersonId);
        });
        builder.Entity<PasswordLink>(link =>
        {
            link.ToTable("password_links");
            link.HasOne<Person>().WithMany().HasForeignKey(item => item.PersonId);
        });
        builder.Entity<FrameworkVersion>(version =>
        {
            version.ToTable("frameworks");
            version.HasIndex(item => item.Digest).IsUnique();
        });
        builder.Entity<Run>(run =>
        {
            run.ToTable("runs");
            run.HasOne(item => item.Framework).WithMany().HasForeignKey(item => item.FrameworkId);
            run.HasIndex(item => item.State);
        });
        builder.Entity<RunLine>(line =>
        {
            line.ToTable("run_lines");
            line.HasKey(item => new { item.RunId, item.Place, item.StaffGroup, item.Service, item.Sector });
            line.HasOne<Run>().WithMany().HasForeignKey(item => item.RunId);
        });
        builder.Entity<RunTarget>(target =>
        {
            target.ToTable("run_targets");
            target.HasKey(item => new { item.RunId, item.Order });
            target.HasOne<Run>().WithMany().HasForeignKey(item => item.RunId);
        });
        AddPlans(builder);
        AddTracking(builder);
        builder.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit_entries");
            entry.HasIndex(item => item.AtUtc);
        });
    }

    private static void AddPlans(ModelBuilder builder)
    {
        builder.Entity<PlanRound>(round =>
        {
            round.ToTable("plan_rounds");
            round.HasOne(item => item.Framework).WithMany().HasForeignKey(item => item.FrameworkId);
            round.HasIndex(item => item.FrameworkId).IsUnique();
        });
        builder.Entity<PlanAllocation>(allocation =>
        {
            allocation.ToTable("plan_allocations");
            allocation.HasKey(item => new { item.RoundId, item.Number });
            allocation.HasOne<PlanRound>().WithMany().HasForeignKey(item => item.RoundId);
        });
        builder.Entity<LocalPlan>(plan =>
        {
            plan.ToTable("local_plans");
            plan.HasOne(item => item.Round).WithMany().HasForeignKey(item => item.RoundId);
            plan.HasIndex(item => new { item.RoundId, item.Place }).IsUnique().HasFilter($"\"State\" <> '{nameof(PlanState.Superseded)}'");
            plan.Ignore(item => item.MemberCodes).Ignore(item => item.IsOpen);
        });
        builder.Entity<PlanSuccession>(succession =>
        {
            succession.ToTable("plan_successions");
            succession.HasKey(item => new { item.PlanId, item.SuccessorId });
            succession.HasOne<LocalPlan>().WithMany().HasForeignKey(item => item.PlanId);
            succession.HasOne<LocalPlan>().WithMany().HasForeignKey(item => item.SuccessorId);
        });
        builder.Entity<PlanSection>(section =>
        {
            section.ToTable("plan_sections");
            section.HasKey(item => new { item.PlanId, item.Section, item.Number });
            section.HasOne<LocalPlan>().WithMany().HasForeignKey(item => item.PlanId);
        });
        builder.Entity<PlanVersion>(version =>
        {
            version.ToTable("plan_versions");
            version.HasKey(item => new { item.PlanId, item.Number });
            version.HasOne<LocalPlan>().WithMany().HasForeignKey(item => item.PlanId);
        });
        builder.Entity<PlanSignature>(signature =>
        {
            signature.ToTable("plan_signatures");
            signature.HasKey(item => new { item.PlanId, item.PersonId, item.SignedUtc });
            signature.HasOne<LocalPlan>().WithMany().HasForeignKey(item => item.PlanId);
        });
        builder.Entity<PlanContributor>(contributor =>
        {
            contributor.ToTable("plan_contributors");
            contributor.HasKey(item => new { item.PlanId, item.PersonId });
            contributor.HasOne<LocalPlan>().WithMany().HasForeignKey(item => item.PlanId);
            contributor.HasOne<Person>().WithMany().HasForeignKey(item => item.PersonId);
        });
        builder.Entity<PlanUpload>(upload =>
        {
            upload.ToTable("plan_uploads");
            upload.HasOne<LocalPlan>().WithMany().HasForeignKey(item => item.PlanId);
            upload.HasIndex(item => item.SentUtc);
        });
        builder.Entity<RunPlan>(planned =>
        {
            planned.ToTable("run_plans");
            planned.HasKey(item => new { item.RunId, item.PlanId });
            planned.HasOne<Run>().WithMany().HasForeignKey(item => item.RunId);
        });
    }

    private static void AddTracking(ModelBuilder builder)
    {
        builder.Entity<ActualUpload>(upload =>
        {
            upload.ToTable("actual_uploads");
            upload.HasOne<FrameworkVersion>().WithMany().HasForeignKey(item => item.FrameworkId);
            upload.HasIndex(item => new { item.FrameworkId, item.Number }).IsUnique();
            upload.Property(item => item.Number).IsConcurrencyToken();
        });
        builder.Entity<Actual>(actual =>
        {
            actual.ToTable("actuals");
            actual.HasKey(item => new { item.UploadId, item.Place, item.StaffGroup, item.Month });
            actual.HasOne<ActualUpload>().WithMany().HasForeignKey(item => item.UploadId);
        });
        builder.Entity<TrackedLine>(line =>
        {
            line.ToTable("tracked_lines");
            line.HasKey(item => new { item.RunId, item.Place, item.StaffGroup });
            line.HasOne<Run>().WithMany().HasForeignKey(item => item.RunId);
        });
    }
}
