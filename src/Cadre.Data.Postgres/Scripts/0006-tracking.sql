CREATE TABLE actual_uploads (
    "Id" uuid NOT NULL,
    "FrameworkId" uuid NOT NULL,
    "FileName" text NOT NULL,
    "Digest" text NOT NULL,
    "LeftOut" text NOT NULL,
    "UploadedUtc" timestamp with time zone NOT NULL,
    "PersonId" uuid NOT NULL,
    "Number" integer,
    "AppliedUtc" timestamp with time zone,
    "AppliedBy" uuid,
    CONSTRAINT "PK_actual_uploads" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_actual_uploads_frameworks_FrameworkId" FOREIGN KEY ("FrameworkId") REFERENCES frameworks ("Id") ON DELETE CASCADE
);

CREATE TABLE actuals (
    "UploadId" uuid NOT NULL,
    "Place" text NOT NULL,
    "StaffGroup" text NOT NULL,
    "Month" text NOT NULL,
    "Heads" double precision NOT NULL,
    "Fte" double precision NOT NULL,
    CONSTRAINT "PK_actuals" PRIMARY KEY ("UploadId", "Place", "StaffGroup", "Month"),
    CONSTRAINT "FK_actuals_actual_uploads_UploadId" FOREIGN KEY ("UploadId") REFERENCES actual_uploads ("Id") ON DELETE CASCADE
);

CREATE TABLE tracked_lines (
    "RunId" uuid NOT NULL,
    "Place" text NOT NULL,
    "StaffGroup" text NOT NULL,
    "Figures" bytea NOT NULL,
    CONSTRAINT "PK_tracked_lines" PRIMARY KEY ("RunId", "Place", "StaffGroup"),
    CONSTRAINT "FK_tracked_lines_runs_RunId" FOREIGN KEY ("RunId") REFERENCES runs ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_actual_uploads_FrameworkId_Number" ON actual_uploads ("FrameworkId", "Number");
