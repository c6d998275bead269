ALTER TABLE "plan_allocations" ADD COLUMN "SharedBy" TEXT NULL;
