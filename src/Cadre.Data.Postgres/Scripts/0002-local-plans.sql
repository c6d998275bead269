CREATE TABLE plan_rounds (
    "Id" uuid NOT NULL,
    "FrameworkId" uuid NOT NULL,
    "Name" text NOT NULL,
    "OpenedUtc" timestamp with time zone NOT NULL,
    "Allocation" integer NOT NULL,
    "RunId" uuid,
    CONSTRAINT "PK_plan_rounds" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_plan_rounds_frameworks_FrameworkId" FOREIGN KEY ("FrameworkId") REFERENCES frameworks ("Id") ON DELETE CASCADE
);

CREATE TABLE local_plans (
    "Id" uuid NOT NULL,
    "RoundId" uuid NOT NULL,
    "Place" text NOT NULL,
    "Name" text NOT NULL,
    "Members" text NOT NULL,
    "Region" text NOT NULL,
    "State" text NOT NULL,
    "ChangeReason" text NOT NULL,
    "SuccessorId" uuid,
    "Changes" integer NOT NULL,
    CONSTRAINT "PK_local_plans" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_local_plans_plan_rounds_RoundId" FOREIGN KEY ("RoundId") REFERENCES plan_rounds ("Id") ON DELETE CASCADE
);

CREATE TABLE plan_allocations (
    "RoundId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Rule" text NOT NULL,
    "Reason" text NOT NULL,
    "PersonId" uuid,
    "CreatedUtc" timestamp with time zone NOT NULL,
    "Content" text NOT NULL,
    CONSTRAINT "PK_plan_allocations" PRIMARY KEY ("RoundId", "Number"),
    CONSTRAINT "FK_plan_allocations_plan_rounds_RoundId" FOREIGN KEY ("RoundId") REFERENCES plan_rounds ("Id") ON DELETE CASCADE
);

CREATE TABLE run_plans (
    "RunId" uuid NOT NULL,
    "PlanId" uuid NOT NULL,
    "Number" integer NOT NULL,
    CONSTRAINT "PK_run_plans" PRIMARY KEY ("RunId", "PlanId"),
    CONSTRAINT "FK_run_plans_runs_RunId" FOREIGN KEY ("RunId") REFERENCES runs ("Id") ON DELETE CASCADE
);

CREATE TABLE plan_sections (
    "PlanId" uuid NOT NULL,
    "Section" text NOT NULL,
    "Number" integer NOT NULL,
    "Content" text NOT NULL,
    "SavedUtc" timestamp with time zone NOT NULL,
    "PersonId" uuid,
    CONSTRAINT "PK_plan_sections" PRIMARY KEY ("PlanId", "Section", "Number"),
    CONSTRAINT "FK_plan_sections_local_plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES local_plans ("Id") ON DELETE CASCADE
);

CREATE TABLE plan_signatures (
    "PlanId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "SignedUtc" timestamp with time zone NOT NULL,
    "Organisation" text NOT NULL,
    "Sections" text NOT NULL,
    CONSTRAINT "PK_plan_signatures" PRIMARY KEY ("PlanId", "PersonId", "SignedUtc"),
    CONSTRAINT "FK_plan_signatures_local_plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES local_plans ("Id") ON DELETE CASCADE
);

CREATE TABLE plan_versions (
    "PlanId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "State" text NOT NULL,
    "Sections" text NOT NULL,
    "Allocation" integer NOT NULL,
    "ChangeReason" text NOT NULL,
    "SubmittedUtc" timestamp with time zone NOT NULL,
    "SubmittedBy" uuid NOT NULL,
    "DecidedUtc" timestamp with time zone,
    "DecidedBy" uuid,
    "Comment" text NOT NULL,
    CONSTRAINT "PK_plan_versions" PRIMARY KEY ("PlanId", "Number"),
    CONSTRAINT "FK_plan_versions_local_plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES local_plans ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_local_plans_RoundId_Place" ON local_plans ("RoundId", "Place");

CREATE INDEX "IX_plan_rounds_FrameworkId" ON plan_rounds ("FrameworkId");

ALTER TABLE runs ADD COLUMN "RoundId" uuid NULL;

ALTER TABLE runs ADD COLUMN "Allocation" integer NULL;
