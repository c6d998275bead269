CREATE TABLE "audit_entries" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_audit_entries" PRIMARY KEY,
    "AtUtc" TEXT NOT NULL,
    "PersonId" TEXT NULL,
    "What" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Detail" TEXT NOT NULL
);

CREATE TABLE "frameworks" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_frameworks" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Digest" TEXT NOT NULL,
    "Content" BLOB NOT NULL,
    "ImportedUtc" TEXT NOT NULL
);

CREATE TABLE "people" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_people" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "IsDemonstration" INTEGER NOT NULL,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NULL,
    "Email" TEXT NULL,
    "NormalizedEmail" TEXT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL,
    "PhoneNumber" TEXT NULL,
    "PhoneNumberConfirmed" INTEGER NOT NULL,
    "TwoFactorEnabled" INTEGER NOT NULL,
    "LockoutEnd" TEXT NULL,
    "LockoutEnabled" INTEGER NOT NULL,
    "AccessFailedCount" INTEGER NOT NULL
);

CREATE TABLE "runs" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_runs" PRIMARY KEY,
    "FrameworkId" TEXT NOT NULL,
    "Scenario" TEXT NOT NULL,
    "Futures" INTEGER NOT NULL,
    "Seed" INTEGER NOT NULL,
    "Months" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "FuturesDone" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "RequestedUtc" TEXT NOT NULL,
    "StartedUtc" TEXT NULL,
    "FinishedUtc" TEXT NULL,
    "Error" TEXT NULL,
    CONSTRAINT "FK_runs_frameworks_FrameworkId" FOREIGN KEY ("FrameworkId") REFERENCES "frameworks" ("Id") ON DELETE CASCADE
);

CREATE TABLE "person_claims" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_person_claims" PRIMARY KEY AUTOINCREMENT,
    "UserId" TEXT NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_person_claims_people_UserId" FOREIGN KEY ("UserId") REFERENCES "people" ("Id") ON DELETE CASCADE
);

CREATE TABLE "person_logins" (
    "LoginProvider" TEXT NOT NULL,
    "ProviderKey" TEXT NOT NULL,
    "ProviderDisplayName" TEXT NULL,
    "UserId" TEXT NOT NULL,
    CONSTRAINT "PK_person_logins" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_person_logins_people_UserId" FOREIGN KEY ("UserId") REFERENCES "people" ("Id") ON DELETE CASCADE
);

CREATE TABLE "person_tokens" (
    "UserId" TEXT NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_person_tokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_person_tokens_people_UserId" FOREIGN KEY ("UserId") REFERENCES "people" ("Id") ON DELETE CASCADE
);

CREATE TABLE "role_grants" (
    "PersonId" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "Place" TEXT NOT NULL,
    CONSTRAINT "PK_role_grants" PRIMARY KEY ("PersonId", "Role", "Place"),
    CONSTRAINT "FK_role_grants_people_PersonId" FOREIGN KEY ("PersonId") REFERENCES "people" ("Id") ON DELETE CASCADE
);

CREATE TABLE "run_lines" (
    "RunId" TEXT NOT NULL,
    "Place" TEXT NOT NULL,
    "StaffGroup" TEXT NOT NULL,
    "Service" TEXT NOT NULL,
    "Sector" TEXT NOT NULL,
    "Figures" BLOB NOT NULL,
    CONSTRAINT "PK_run_lines" PRIMARY KEY ("RunId", "Place", "StaffGroup", "Service", "Sector"),
    CONSTRAINT "FK_run_lines_runs_RunId" FOREIGN KEY ("RunId") REFERENCES "runs" ("Id") ON DELETE CASCADE
);

CREATE TABLE "run_targets" (
    "RunId" TEXT NOT NULL,
    "Order" INTEGER NOT NULL,
    "Target" TEXT NOT NULL,
    "Probability" REAL NULL,
    "Central" REAL NULL,
    "Low" REAL NULL,
    "High" REAL NULL,
    CONSTRAINT "PK_run_targets" PRIMARY KEY ("RunId", "Order"),
    CONSTRAINT "FK_run_targets_runs_RunId" FOREIGN KEY ("RunId") REFERENCES "runs" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_audit_entries_AtUtc" ON "audit_entries" ("AtUtc");

CREATE UNIQUE INDEX "IX_frameworks_Digest" ON "frameworks" ("Digest");

CREATE INDEX "EmailIndex" ON "people" ("NormalizedEmail");

CREATE UNIQUE INDEX "UserNameIndex" ON "people" ("NormalizedUserName");

CREATE INDEX "IX_person_claims_UserId" ON "person_claims" ("UserId");

CREATE INDEX "IX_person_logins_UserId" ON "person_logins" ("UserId");

CREATE INDEX "IX_runs_FrameworkId" ON "runs" ("FrameworkId");

CREATE INDEX "IX_runs_State" ON "runs" ("State");

