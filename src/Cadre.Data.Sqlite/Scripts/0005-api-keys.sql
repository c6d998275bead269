-- Keys by which programs act for people.
CREATE TABLE "api_keys" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_api_keys" PRIMARY KEY,
    "PersonId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Hash" BLOB NOT NULL,
    "Scopes" TEXT NOT NULL,
    "CreatedUtc" TEXT NOT NULL,
    "ExpiresUtc" TEXT NOT NULL,
    "LastUsed" TEXT NULL,
    "RevokedUtc" TEXT NULL,
    CONSTRAINT "FK_api_keys_people_PersonId" FOREIGN KEY ("PersonId") REFERENCES "people" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_api_keys_PersonId" ON "api_keys" ("PersonId");
