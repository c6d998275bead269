-- People who are locked out, links by which they set a password, contributors of plans, rounds that are closed; one round for each version of a framework.
ALTER TABLE people ADD COLUMN "LockedUtc" timestamp with time zone;

CREATE TABLE password_links (
    "Id" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Hash" bytea NOT NULL,
    "MadeUtc" timestamp with time zone NOT NULL,
    "ExpiresUtc" timestamp with time zone NOT NULL,
    "MadeBy" uuid,
    "UsedUtc" timestamp with time zone,
    CONSTRAINT "PK_password_links" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_password_links_people_PersonId" FOREIGN KEY ("PersonId") REFERENCES people ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_password_links_PersonId" ON password_links ("PersonId");

CREATE TABLE plan_contributors (
    "PlanId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Sections" text NOT NULL,
    "NamedBy" uuid NOT NULL,
    "NamedUtc" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_plan_contributors" PRIMARY KEY ("PlanId", "PersonId"),
    CONSTRAINT "FK_plan_contributors_local_plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES local_plans ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_plan_contributors_people_PersonId" FOREIGN KEY ("PersonId") REFERENCES people ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_plan_contributors_PersonId" ON plan_contributors ("PersonId");

ALTER TABLE plan_rounds ADD COLUMN "ClosedUtc" timestamp with time zone;

ALTER TABLE plan_rounds ADD COLUMN "ClosedBy" uuid;

ALTER TABLE plan_rounds ADD COLUMN "CloseReason" text NOT NULL DEFAULT '';

DROP INDEX "IX_plan_rounds_FrameworkId";

CREATE UNIQUE INDEX "IX_plan_rounds_FrameworkId" ON plan_rounds ("FrameworkId");

ALTER TABLE plan_signatures ADD COLUMN "Allocation" integer;
