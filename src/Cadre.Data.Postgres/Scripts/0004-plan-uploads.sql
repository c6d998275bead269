CREATE TABLE plan_uploads (
    "Id" uuid NOT NULL,
    "PlanId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Name" text NOT NULL,
    "Content" bytea NOT NULL,
    "SentUtc" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_plan_uploads" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_plan_uploads_local_plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES local_plans ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_plan_uploads_PlanId" ON plan_uploads ("PlanId");

CREATE INDEX "IX_plan_uploads_SentUtc" ON plan_uploads ("SentUtc");
