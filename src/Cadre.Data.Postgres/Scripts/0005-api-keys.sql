-- Keys by which programs act for people.
CREATE TABLE api_keys (
    "Id" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Name" text NOT NULL,
    "Hash" bytea NOT NULL,
    "Scopes" text NOT NULL,
    "CreatedUtc" timestamp with time zone NOT NULL,
    "ExpiresUtc" timestamp with time zone NOT NULL,
    "LastUsed" date,
    "RevokedUtc" timestamp with time zone,
    CONSTRAINT "PK_api_keys" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_api_keys_people_PersonId" FOREIGN KEY ("PersonId") REFERENCES people ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_api_keys_PersonId" ON api_keys ("PersonId");
