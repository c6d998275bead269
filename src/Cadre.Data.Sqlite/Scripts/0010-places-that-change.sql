CREATE TABLE "plan_successions" (
    "PlanId" TEXT NOT NULL,
    "SuccessorId" TEXT NOT NULL,
    "Members" TEXT NOT NULL,
    "CarriedUtc" TEXT NOT NULL,
    "Why" TEXT NOT NULL,
    CONSTRAINT "PK_plan_successions" PRIMARY KEY ("PlanId", "SuccessorId"),
    CONSTRAINT "FK_plan_successions_local_plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "local_plans" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_plan_successions_local_plans_SuccessorId" FOREIGN KEY ("SuccessorId") REFERENCES "local_plans" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_plan_successions_SuccessorId" ON "plan_successions" ("SuccessorId");

INSERT INTO "plan_successions" ("PlanId", "SuccessorId", "Members", "CarriedUtc", "Why")
SELECT "plan"."Id", "plan"."SuccessorId", "plan"."Members",
    COALESCE((SELECT MAX("entry"."AtUtc") FROM "audit_entries" AS "entry" WHERE "entry"."What" = 'PlansMerged' AND lower("entry"."Subject") = 'plan ' || lower("plan"."SuccessorId")), "round"."OpenedUtc"),
    'Places merged'
FROM "local_plans" AS "plan" JOIN "plan_rounds" AS "round" ON "round"."Id" = "plan"."RoundId"
WHERE "plan"."SuccessorId" IS NOT NULL;

ALTER TABLE "local_plans" DROP COLUMN "SuccessorId";

DROP INDEX "IX_local_plans_RoundId_Place";

CREATE UNIQUE INDEX "IX_local_plans_RoundId_Place" ON "local_plans" ("RoundId", "Place") WHERE "State" <> 'Superseded';
