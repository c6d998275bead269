-- People who are locked out, links by which they set a password, contributors of plans, rounds that are closed; one round for each version of a framework.
ALTER TABLE "people" ADD COLUMN "LockedUtc" TEXT NULL;

CREATE TABLE "password_links" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_password_links" PRIMARY KEY,
    "PersonId" TEXT NOT NULL,
    "Hash" BLOB NOT NULL,
    "MadeUtc" TEXT NOT NULL,
    "ExpiresUtc" TEXT NOT NULL,
    "MadeBy" TEXT NULL,
    "UsedUtc" TEXT NULL,
    CONSTRAINT "FK_password_links_people_PersonId" FOREIGN KEY ("PersonId") REFERENCES "people" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_password_links_PersonId" ON "password_links" ("PersonId");

CREATE TABLE "plan_contributors" (
    "PlanId" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "Sections" TEXT NOT NULL,
    "NamedBy" TEXT NOT NULL,
    "NamedUtc" TEXT NOT NULL,
    CONSTRAINT "PK_plan_contributors" PRIMARY KEY ("PlanId", "PersonId"),
    CONSTRAINT "FK_plan_contributors_local_plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "local_plans" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_plan_contributors_people_PersonId" FOREIGN KEY ("PersonId") REFERENCES "people" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_plan_contributors_PersonId" ON "plan_contributors" ("PersonId");

ALTER TABLE "plan_rounds" ADD COLUMN "ClosedUtc" TEXT NULL;

ALTER TABLE "plan_rounds" ADD COLUMN "ClosedBy" TEXT NULL;

ALTER TABLE "plan_rounds" ADD COLUMN "CloseReason" TEXT NOT NULL DEFAULT '';

DROP INDEX "IX_plan_rounds_FrameworkId";

CREATE UNIQUE INDEX "IX_plan_rounds_FrameworkId" ON "plan_rounds" ("FrameworkId");

ALTER TABLE "plan_signatures" ADD COLUMN "Allocation" INTEGER NULL;
