CREATE TABLE "plan_rounds" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_plan_rounds" PRIMARY KEY,
    "FrameworkId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "OpenedUtc" TEXT NOT NULL,
    "Allocation" INTEGER NOT NULL,
    "RunId" TEXT NULL,
    CONSTRAINT "FK_plan_rounds_frameworks_FrameworkId" FOREIGN KEY ("FrameworkId") REFERENCES "frameworks" ("Id") ON DELETE CASCADE
);

CREATE TABLE "local_plans" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_local_plans" PRIMARY KEY,
    "RoundId" TEXT NOT NULL,
    "Place" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Members" TEXT NOT NULL,
    "Region" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "ChangeReason" TEXT NOT NULL,
    "SuccessorId" TEXT NULL,
    "Changes" INTEGER NOT NULL,
    CONSTRAINT "FK_local_plans_plan_rounds_RoundId" FOREIGN KEY ("RoundId") REFERENCES "plan_rounds" ("Id") ON DELETE CASCADE
);

CREATE TABLE "plan_allocations" (
    "RoundId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Rule" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "PersonId" TEXT NULL,
    "CreatedUtc" TEXT NOT NULL,
    "Content" TEXT NOT NULL,
    CONSTRAINT "PK_plan_allocations" PRIMARY KEY ("RoundId", "Number"),
    CONSTRAINT "FK_plan_allocations_plan_rounds_RoundId" FOREIGN KEY ("RoundId") REFERENCES "plan_rounds" ("Id") ON DELETE CASCADE
);

CREATE TABLE "run_plans" (
    "RunId" TEXT NOT NULL,
    "PlanId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    CONSTRAINT "PK_run_plans" PRIMARY KEY ("RunId", "PlanId"),
    CONSTRAINT "FK_run_plans_runs_RunId" FOREIGN KEY ("RunId") REFERENCES "runs" ("Id") ON DELETE CASCADE
);

CREATE TABLE "plan_sections" (
    "PlanId" TEXT NOT NULL,
    "Section" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Content" TEXT NOT NULL,
    "SavedUtc" TEXT NOT NULL,
    "PersonId" TEXT NULL,
    CONSTRAINT "PK_plan_sections" PRIMARY KEY ("PlanId", "Section", "Number"),
    CONSTRAINT "FK_plan_sections_local_plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "local_plans" ("Id") ON DELETE CASCADE
);

CREATE TABLE "plan_signatures" (
    "PlanId" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "SignedUtc" TEXT NOT NULL,
    "Organisation" TEXT NOT NULL,
    "Sections" TEXT NOT NULL,
    CONSTRAINT "PK_plan_signatures" PRIMARY KEY ("PlanId", "PersonId", "SignedUtc"),
    CONSTRAINT "FK_plan_signatures_local_plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "local_plans" ("Id") ON DELETE CASCADE
);

CREATE TABLE "plan_versions" (
    "PlanId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "Sections" TEXT NOT NULL,
    "Allocation" INTEGER NOT NULL,
    "ChangeReason" TEXT NOT NULL,
    "SubmittedUtc" TEXT NOT NULL,
    "SubmittedBy" TEXT NOT NULL,
    "DecidedUtc" TEXT NULL,
    "DecidedBy" TEXT NULL,
    "Comment" TEXT NOT NULL,
    CONSTRAINT "PK_plan_versions" PRIMARY KEY ("PlanId", "Number"),
    CONSTRAINT "FK_plan_versions_local_plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "local_plans" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_local_plans_RoundId_Place" ON "local_plans" ("RoundId", "Place");

CREATE INDEX "IX_plan_rounds_FrameworkId" ON "plan_rounds" ("FrameworkId");

ALTER TABLE "runs" ADD COLUMN "RoundId" TEXT NULL;

ALTER TABLE "runs" ADD COLUMN "Allocation" INTEGER NULL;
