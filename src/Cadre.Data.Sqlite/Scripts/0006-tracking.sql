CREATE TABLE "actual_uploads" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_actual_uploads" PRIMARY KEY,
    "FrameworkId" TEXT NOT NULL,
    "FileName" TEXT NOT NULL,
    "Digest" TEXT NOT NULL,
    "LeftOut" TEXT NOT NULL,
    "UploadedUtc" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "Number" INTEGER NULL,
    "AppliedUtc" TEXT NULL,
    "AppliedBy" TEXT NULL,
    CONSTRAINT "FK_actual_uploads_frameworks_FrameworkId" FOREIGN KEY ("FrameworkId") REFERENCES "frameworks" ("Id") ON DELETE CASCADE
);

CREATE TABLE "actuals" (
    "UploadId" TEXT NOT NULL,
    "Place" TEXT NOT NULL,
    "StaffGroup" TEXT NOT NULL,
    "Month" TEXT NOT NULL,
    "Heads" REAL NOT NULL,
    "Fte" REAL NOT NULL,
    CONSTRAINT "PK_actuals" PRIMARY KEY ("UploadId", "Place", "StaffGroup", "Month"),
    CONSTRAINT "FK_actuals_actual_uploads_UploadId" FOREIGN KEY ("UploadId") REFERENCES "actual_uploads" ("Id") ON DELETE CASCADE
);

CREATE TABLE "tracked_lines" (
    "RunId" TEXT NOT NULL,
    "Place" TEXT NOT NULL,
    "StaffGroup" TEXT NOT NULL,
    "Figures" BLOB NOT NULL,
    CONSTRAINT "PK_tracked_lines" PRIMARY KEY ("RunId", "Place", "StaffGroup"),
    CONSTRAINT "FK_tracked_lines_runs_RunId" FOREIGN KEY ("RunId") REFERENCES "runs" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_actual_uploads_FrameworkId_Number" ON "actual_uploads" ("FrameworkId", "Number");
