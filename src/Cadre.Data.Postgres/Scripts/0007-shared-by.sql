ALTER TABLE plan_allocations ADD COLUMN "SharedBy" text NULL;
