CREATE TABLE "plan_uploads" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_plan_uploads" PRIMARY KEY,
    "PlanId" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Content" BLOB NOT NULL,
    "SentUtc" TEXT NOT NULL,
    CONSTRAINT "FK_plan_uploads_local_plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "local_plans" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_plan_uploads_PlanId" ON "plan_uploads" ("PlanId");

CREATE INDEX "IX_plan_uploads_SentUtc" ON "plan_uploads" ("SentUtc");
